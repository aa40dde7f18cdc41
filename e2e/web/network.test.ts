import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserIsThere, openBrowser } from './browser.ts';
import { CuttableLine } from './cuttable-line.ts';
import { makeNoise } from './noise.ts';
import { RunningVigil } from './running-vigil.ts';
import { addIncidents } from './sample-records.ts';
import { slowDown } from './slow-network.ts';
import { signIn, visit } from './visit.ts';

/** The light of the live feed. */
const feedLight = (page: Page) => page.getByRole('navigation', { name: 'Main navigation' }).getByRole('status');

test.skipIf(!browserIsThere)(
  'the network is cut, and comes back: nothing is missed, nothing is reloaded (needs /usr/bin/chromium)',
  async () => {
    await using vigil = await RunningVigil.start({}, async (folder) => await addIncidents(folder, 2));
    await using line = await CuttableLine.to(vigil.address);
    await using browser = await openBrowser();
    const page = await visit(browser, line.address);
    await signIn(page);
    await feedLight(page).getByText('Connected').waitFor();
    await page.getByRole('link', { name: /number 1/ }).waitFor();
    await page.evaluate('window.stays = true');

    line.cut();
    await feedLight(page).getByText('Connection lost').waitFor();
    // somebody else confirms it meanwhile, by another way to the server
    const other = await visit(browser, vigil.address);
    await signIn(other);
    const status = await other.evaluate(async () => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch('/api/v1/incidents/incident-000000001', {
        method: 'PATCH',
        headers,
        body: '{"status":"confirmed"}',
      });
      return answer.status;
    });
    expect(status).toBe(200);

    line.mend();
    await feedLight(page).getByText('Connected').waitFor();
    await page
      .getByRole('link', { name: /^Confirmed/ })
      .getByText('1')
      .waitFor();
    await page.getByRole('link', { name: /^Confirmed/ }).click();
    await page.getByRole('link', { name: /number 1/ }).waitFor();
    expect(await page.evaluate('window.stays')).toBe(true);
  },
);

test.skipIf(!browserIsThere)(
  'the server is killed in mid-upload: the upload goes on where it was, over a slow network (needs /usr/bin/chromium)',
  async () => {
    await using noise = await makeNoise();
    await using vigil = await RunningVigil.start();
    await using browser = await openBrowser();
    const page = await visit(browser, `${vigil.address}/videos`);
    await signIn(page);
    const hasten = await slowDown(page);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Upload videos' }).click();
    await (await chooser).setFiles(noise.file);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('switch', { name: 'Analyse as soon as they are there' }).uncheck({ force: true });
    await dialog.getByRole('button', { name: 'Upload', exact: true }).click();
    const row = page.getByRole('region', { name: 'Uploads' }).getByRole('listitem');
    await row.getByText(/\d.* of /).waitFor();

    await vigil.kill();
    await row.getByText('The server does not answer').waitFor();
    await vigil.start();
    await hasten();
    await row.getByText('Stored, not analysed').waitFor();
    const videos = await page.evaluate(async () => {
      const { items } = (await (await fetch('/api/v1/videos')).json()) as { items: readonly { name: string; state: string }[] };
      return items.map(({ name, state }) => ({ name, state }));
    });
    expect(videos).toEqual([{ name: 'noise.mp4', state: 'stored' }]);
  },
);
