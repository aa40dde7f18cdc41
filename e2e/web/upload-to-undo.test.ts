import { basename } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserIsThere, openBrowser } from './browser.ts';
import { fall, footageIsThere, normal } from './footage.ts';
import { RunningVigil } from './running-vigil.ts';
import { signIn, visit } from './visit.ts';

/** Analyses take their time on a busy machine. */
const work = { timeout: 180_000 };

/** Chooses files with the button of the page, and begins. @param profile Null leaves them without analysis */
async function upload(page: Page, files: readonly string[], profile: string | null): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload videos' }).click();
  await (await chooser).setFiles([...files]);
  const dialog = page.getByRole('dialog');
  if (profile === null) {
    await dialog.getByRole('switch', { name: 'Analyse as soon as they are there' }).uncheck({ force: true });
  } else {
    await dialog.getByRole('combobox', { name: 'What is normal' }).click();
    await page.getByRole('option', { name: profile }).click();
  }
  await dialog.getByRole('button', { name: 'Upload', exact: true }).click();
}

test.skipIf(!browserIsThere || !footageIsThere)(
  'upload, progress, arrival, review, correction and undo, search (needs ../shared/data and /usr/bin/chromium)',
  async () => {
    await using vigil = await RunningVigil.start();
    await using browser = await openBrowser();
    const page = await visit(browser, `${vigil.address}/videos`);
    await signIn(page);

    // what is normal is learned from uploads
    await upload(page, normal, null);
    const uploads = page.getByRole('region', { name: 'Uploads' });
    for (const file of normal)
      await uploads
        .getByRole('listitem')
        .filter({ hasText: basename(file) })
        .getByText('Stored, not analysed')
        .waitFor(work);
    await page.getByRole('link', { name: 'Normality' }).click();
    await learnProfile(page, 'room');

    // a second window watches
    const watching = await page.context().newPage();
    await watching.goto(`${vigil.address}/live`);
    await watching.getByRole('heading', { name: 'Live' }).waitFor();

    await page.getByRole('link', { name: 'Videos' }).click();
    await upload(page, [fall], 'room');
    const row = uploads.getByRole('listitem').filter({ hasText: basename(fall) });
    await row.getByRole('progressbar').first().waitFor();
    await watching.getByRole('link', { name: 'Somebody falls' }).first().waitFor(work);
    await row.getByText('Analysed').waitFor(work);

    // review it
    await watching.getByRole('link', { name: 'Somebody falls' }).first().click();
    await watching.getByRole('button', { name: 'Confirm', exact: true }).waitFor();
    await watching.keyboard.press('c');
    await watching.getByRole('button', { name: 'Reopen' }).waitFor();
    await watching.getByRole('textbox', { name: 'Note' }).fill('rehearsal on the mattress');
    await watching.getByRole('button', { name: 'Save note' }).click();
    await watching.getByRole('button', { name: 'Save note' }).waitFor({ state: 'detached' });
    await watching.getByRole('button', { name: 'Reopen' }).click();

    // call it normal, look at the receipt, apply, and take it back
    await watching.getByRole('button', { name: 'What would that change?' }).click();
    await watching.getByText('What would change', { exact: true }).waitFor(work);
    await watching.getByRole('button', { name: 'Apply' }).click();
    await watching.getByText('Applied:').waitFor(work);
    await watching.getByRole('button', { name: 'Undo' }).click();
    await watching.getByText('Undone:').waitFor();

    // search finds the note, and says so where there is nothing
    await watching.keyboard.press('/');
    await watching.getByRole('searchbox').fill('mattress');
    await watching.getByRole('link', { name: 'Somebody falls' }).first().waitFor();
    await watching.getByRole('searchbox').fill('zebra');
    await watching.getByRole('heading', { name: 'Nothing matches' }).waitFor();
    expect(new URL(watching.url()).searchParams.get('q')).toBe('zebra');
  },
);

/** Learns a profile from everything that was uploaded. */
async function learnProfile(page: Page, name: string): Promise<void> {
  const made = await page.evaluate(async (profileName) => {
    const { items } = (await (await fetch('/api/v1/videos')).json()) as { items: readonly { id: string }[] };
    const body = JSON.stringify({ name: profileName, footage: items.map(({ id }) => ({ videoId: id })) });
    const headers = { 'content-type': 'application/json' };
    return (await fetch('/api/v1/profiles', { method: 'POST', headers, body })).status;
  }, name);
  expect(made).toBe(202);
  await page.getByRole('link', { name }).waitFor();
  await expect
    .poll(
      async () =>
        await page.evaluate(async () => {
          const { items } = (await (await fetch('/api/v1/profiles')).json()) as { items: readonly { state: string }[] };
          return items.map(({ state }) => state);
        }),
      work,
    )
    .toEqual(['ready']);
}
