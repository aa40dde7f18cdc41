import { expect, test } from 'vitest';
import { browserIsThere, openBrowser } from './browser.ts';
import { RunningVigil } from './running-vigil.ts';
import { signIn, visit } from './visit.ts';

test.skipIf(!browserIsThere)(
  'everything is stopped in one browser: the others know it without asking (needs /usr/bin/chromium)',
  async () => {
    await using vigil = await RunningVigil.start();
    await using browser = await openBrowser();
    const page = await visit(browser, `${vigil.address}/live`);
    const other = await visit(browser, `${vigil.address}/system?tab=queue`);
    await signIn(page);
    await signIn(other);
    const stop = page.getByRole('button', { name: 'Stop everything' });
    await stop.waitFor();
    await other.getByRole('button', { name: 'Stop everything' }).waitFor();
    const asked: string[] = [];
    other.on('request', (request) => asked.push(new URL(request.url()).pathname));

    await stop.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Stop everything' }).click();
    await page.getByText('Everything is stopped').waitFor();
    await other.getByText('Everything is stopped').waitFor();
    await other.getByRole('button', { name: 'Let work go on' }).click();
    await stop.waitFor();
    await other.getByRole('button', { name: 'Stop everything' }).waitFor();
    expect(asked).not.toContain('/api/v1/settings');
  },
);
