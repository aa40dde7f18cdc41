import { expect, test } from 'vitest';
import { browserIsThere, openBrowser } from './browser.ts';
import { RunningVigil } from './running-vigil.ts';
import { signIn, visit } from './visit.ts';

test.skipIf(!browserIsThere)(
  'first run: the printed password signs in, is changed, and holds no more (needs /usr/bin/chromium)',
  async () => {
    await using vigil = await RunningVigil.start({ ADMIN_EMAIL: '', ADMIN_PASSWORD: '' });
    await using browser = await openBrowser();
    await expect.poll(() => vigil.said).toContain('Password, shown this once');
    const [, email, password] = /First administrator: (\S+)\s+Password, shown this once: (\S+)/.exec(vigil.said) ?? [];
    const page = await visit(browser, vigil.address);
    await signIn(page, { email, password });
    await page.getByRole('heading', { name: 'No incidents yet' }).waitFor();

    await page.getByRole('link', { name: 'Account' }).click();
    await page.getByRole('textbox', { name: 'Current password' }).fill(password);
    await page.getByRole('textbox', { name: 'New password', exact: true }).fill('a longer sentence of mine');
    await page.getByRole('textbox', { name: 'New password again' }).fill('a longer sentence of mine');
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByText('The password is changed').waitFor();

    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('E-mail address').fill(email);
    await page.getByRole('textbox', { name: 'Password' }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').filter({ hasText: 'not right' }).waitFor();
    await page.getByRole('textbox', { name: 'Password' }).fill('a longer sentence of mine');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('navigation', { name: 'Main navigation' }).waitFor();
  },
);
