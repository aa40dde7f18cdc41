import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Debian's Chromium. */
export const executablePath = '/usr/bin/chromium';
/** A page is looked at so often, and so far apart, until all of it is there. */
const mostLooks = 50;
const lookMs = 200;
/** Heights of windows by their widths, CSS pixels. */
const heights: Readonly<Record<number, number>> = { 390: 844, 1280: 800, 1920: 1080 };

/** Where the services are, and who looks at them. */
export interface Visit {
  readonly address: string;
  readonly email: string;
  readonly password: string;
}

/** What pages look like. */
export interface Look {
  readonly scheme: 'dark' | 'light';
  /** Width of the window, CSS pixels. */
  readonly width: number;
}

/** Whether there is a browser to take pictures with. */
export function browserIsThere(): boolean {
  return existsSync(executablePath);
}

/** Signs in, and hands over a way to open pages with a look of their own. */
export async function withSignedInPages(
  visit: Visit,
  take: (open: (look: Look) => Promise<Page>) => Promise<void>,
): Promise<void> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
  try {
    const storageState = await signedInState(browser, visit);
    await take(async ({ scheme, width }) => {
      const context = await browser.newContext({
        viewport: { width, height: heights[width] ?? 900 },
        colorScheme: scheme,
        storageState,
        reducedMotion: 'reduce',
      });
      await context.addInitScript((chosen) => localStorage.setItem('mantine-color-scheme-value', chosen), scheme);
      const page = await context.newPage();
      await page.goto(visit.address);
      return page;
    });
  } finally {
    await browser.close();
  }
}

async function signedInState(browser: Browser, { address, email, password }: Visit) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Main navigation' }).waitFor();
  const state = await context.storageState();
  await context.close();
  return state;
}

/** Waits until the network has been idle, pictures included; a live connection does not count. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading').first().waitFor();
  const waiting = page.locator('.mantine-Skeleton-root, [role=status][aria-label=Loading]');
  for (let look = 0; look < mostLooks && (await waiting.count()) > 0; look++) await page.waitForTimeout(lookMs);
  await page.waitForLoadState('networkidle', { timeout: lookMs * mostLooks }).catch(() => undefined);
  await page.evaluate('document.fonts.ready.then(() => undefined)');
}
