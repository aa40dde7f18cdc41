import { expect, test } from 'vitest';
import { browserIsThere, openBrowser } from './browser.ts';
import { addIncidents } from './sample-records.ts';
import { RunningVigil } from './running-vigil.ts';
import { signIn, visit } from './visit.ts';

test.skipIf(!browserIsThere)(
  'a viewer looks and cannot touch; nobody sees anything after signing out (needs /usr/bin/chromium)',
  async () => {
    await using vigil = await RunningVigil.start({}, async (folder) => await addIncidents(folder, 3));
    await using browser = await openBrowser();
    const page = await visit(browser, `${vigil.address}/account?tab=users`);
    await signIn(page);
    const password = await page.evaluate(async () => {
      const body = JSON.stringify({ email: 'viola@vigil.test', name: 'Viola', role: 'viewer' });
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch('/api/v1/users', { method: 'POST', headers, body });
      return ((await answer.json()) as { password: string }).password;
    });

    const viewing = await visit(browser, `${vigil.address}/videos`);
    await signIn(viewing, { email: 'viola@vigil.test', password });
    await viewing.getByRole('heading', { name: 'Videos', level: 1 }).waitFor();
    expect(await viewing.getByRole('button', { name: 'Upload videos' }).count()).toBe(0);

    await viewing.getByRole('link', { name: 'Incidents', exact: true }).click();
    await viewing.getByRole('link', { name: 'a fall at the' }).first().click();
    await viewing.getByText('Your role may look, not judge.').waitFor();
    expect(await viewing.getByRole('button', { name: 'Confirm', exact: true }).count()).toBe(0);
    await viewing.keyboard.press('c');
    // not even past the page
    const refused = await viewing.evaluate(async () => {
      const { items } = (await (await fetch('/api/v1/incidents')).json()) as { items: readonly { id: string }[] };
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`/api/v1/incidents/${items[0].id}`, {
        method: 'PATCH',
        headers,
        body: '{"status":"confirmed"}',
      });
      return { status: answer.status, code: ((await answer.json()) as { code: string }).code };
    });
    expect(refused).toEqual({ status: 403, code: 'forbidden' });
    await viewing.goto(`${vigil.address}/account?tab=users`);
    await viewing.getByRole('heading', { name: 'Account', level: 1 }).waitFor();
    expect(await viewing.getByRole('tab', { name: 'Users' }).count()).toBe(0);

    await viewing.getByRole('button', { name: 'Sign out' }).click();
    await viewing.getByRole('heading', { name: 'Sign in to Vigil' }).waitFor();
    expect(await viewing.evaluate(async () => (await fetch('/api/v1/incidents')).status)).toBe(401);
  },
);
