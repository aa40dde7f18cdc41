import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { admin } from './running-vigil.ts';

/** What a page may take for one step, milliseconds. */
const patienceMs = 45_000;

/** Opens a page in a context of its own: no cookies, no storage of others. */
export async function visit(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  // a busy machine is no fault
  context.setDefaultTimeout(patienceMs);
  // files are handed to the older way of choosing them, which is the only one that can be driven from outside
  await context.addInitScript('delete globalThis.showOpenFilePicker');
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** Fills in the form of signing in, and waits for the page behind it. */
export async function signIn(page: Page, who: { readonly email: string; readonly password: string } = admin): Promise<void> {
  await page.getByLabel('E-mail address').fill(who.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(who.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Main navigation' }).waitFor();
}
