import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserIsThere, openBrowser } from './browser.ts';
import { makeNoise } from './noise.ts';
import { RunningVigil } from './running-vigil.ts';
import { slowDown } from './slow-network.ts';
import { signIn, visit } from './visit.ts';

/** The browser's own file system gives the same handles as its question for files, which nothing can answer from outside. */
const picker = `globalThis.showOpenFilePicker = async () => {
  const folder = await navigator.storage.getDirectory();
  return [await folder.getFileHandle('noise.mp4')];
}`;

const putFile = `(async () => {
  const folder = await navigator.storage.getDirectory();
  const writing = await (await folder.getFileHandle('noise.mp4', { create: true })).createWritable();
  await (await fetch('/noise.mp4')).body.pipeTo(writing);
})()`;

/** Handles that the page has kept. */
const countHandles = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('vigil-uploads', 1);
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const counting = opening.result.transaction('files').objectStore('files').count();
    counting.onsuccess = () => {
      opening.result.close();
      resolve(counting.result);
    };
  };
})`;

const row = (page: Page) => page.getByRole('region', { name: 'Uploads' }).getByRole('listitem');

/** Chooses the file of the picker, and begins without analysis. */
async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Upload videos' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('switch', { name: 'Analyse as soon as they are there' }).uncheck({ force: true });
  await dialog.getByRole('button', { name: 'Upload', exact: true }).click();
  await row(page)
    .getByText(/\d.* of /)
    .waitFor();
}

test.skipIf(!browserIsThere)(
  'the page is loaded again in mid-upload: one press goes on with the file, and nothing of it is kept after (needs /usr/bin/chromium)',
  async () => {
    await using noise = await makeNoise();
    await using vigil = await RunningVigil.start();
    await using browser = await openBrowser();
    const page = await visit(browser, `${vigil.address}/videos`);
    await page.route('**/noise.mp4', (route) => route.fulfill({ path: noise.file }));
    page.on('dialog', (dialog) => void dialog.accept());
    await signIn(page);
    await page.evaluate(putFile);
    await page.addInitScript(picker);
    await page.evaluate(picker);
    const hasten = await slowDown(page);

    await begin(page);
    await expect.poll(async () => await page.evaluate(countHandles)).toBe(1);
    await page.reload();
    await row(page).getByText('The page was loaded again').waitFor();
    await hasten();
    await row(page).getByRole('button', { name: 'Go on with noise.mp4' }).click();
    // it was begun without analysis, and is still known to have been
    await row(page).getByText('Stored, not analysed').waitFor();
    await expect.poll(async () => await page.evaluate(countHandles)).toBe(0);

    // who signs out leaves nothing behind
    await slowDown(page);
    await begin(page);
    await expect.poll(async () => await page.evaluate(countHandles)).toBe(1);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in to Vigil' }).waitFor();
    await expect.poll(async () => await page.evaluate(countHandles)).toBe(0);
  },
);
