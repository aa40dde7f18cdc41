import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { picturePlaces } from './picture-places.ts';

/**
 * Takes pictures of every page and dialog of the web application, in both colour schemes and at three widths.
 *
 * Usage: node tools/pictures/web-pictures.ts --address http://127.0.0.1:3000 --email E --password P --out FOLDER [--only NAME,NAME]
 */
const { values } = parseArgs({
  options: {
    address: { type: 'string', default: 'http://127.0.0.1:3000' },
    wall: { type: 'string', default: 'http://127.0.0.1:8001' },
    email: { type: 'string' },
    password: { type: 'string' },
    out: { type: 'string', default: 'vigil-pictures' },
    only: { type: 'string' },
    widths: { type: 'string', default: '390,1280,1920' },
    schemes: { type: 'string', default: 'dark,light' },
  },
});
const executablePath = '/usr/bin/chromium';
const { email, password, address, out } = values;
const only = values.only?.split(',');
if (email === undefined || password === undefined || !existsSync(executablePath)) {
  process.stderr.write(`usage: web-pictures.ts --email E --password P [--address URL] [--out FOLDER]; needs ${executablePath}\n`);
  process.exit(2);
}
/** Pages whose lists have no end are shown as far as the window goes. */
const fixedPages: ReadonlySet<string> = new Set(['incidents', 'wall']);
/** A page is looked at so often, and so far apart, until all of it is there. */
const mostLooks = 50;
const lookMs = 200;
const heights: Readonly<Record<string, number>> = { '390': 844, '1280': 800, '1920': 1080 };

await mkdir(out, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
try {
  const cookies = await signedInCookies(browser);
  for (const scheme of values.schemes.split(',') as ('dark' | 'light')[]) {
    for (const width of values.widths.split(',')) {
      const context = await browser.newContext({
        viewport: { width: Number(width), height: heights[width] ?? 900 },
        colorScheme: scheme,
        storageState: cookies,
        reducedMotion: 'reduce',
      });
      await context.addInitScript((chosen) => localStorage.setItem('mantine-color-scheme-value', chosen), scheme);
      const page = await context.newPage();
      await page.goto(address);
      for (const { name, path, open } of await picturePlaces(page)) {
        if (only !== undefined && !only.includes(name)) continue;
        await page.goto(new URL(path, name === 'wall' ? values.wall : address).href);
        await settled(page);
        await open?.(page);
        // what opens lies over the window, and is as large as it
        const fullPage = open === undefined && !fixedPages.has(name);
        await page.screenshot({ path: join(out, `${name}-${scheme}-${width}.png`), fullPage });
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
}

async function signedInCookies(opened: Browser) {
  const context = await opened.newContext();
  const page = await context.newPage();
  await page.goto(address);
  await page.getByLabel('E-mail address').waitFor();
  await page.screenshot({ path: join(out, 'sign-in.png') });
  await page.getByLabel('E-mail address').fill(email ?? '');
  await page.getByRole('textbox', { name: 'Password' }).fill(password ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Main navigation' }).waitFor();
  const state = await context.storageState();
  await context.close();
  return state;
}

/** Waits until the network has been idle, pictures included; a live connection does not count. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading').first().waitFor();
  const waiting = page.locator('.mantine-Skeleton-root, [role=status][aria-label=Loading]');
  for (let look = 0; look < mostLooks && (await waiting.count()) > 0; look++) await page.waitForTimeout(lookMs);
  await page.waitForLoadState('networkidle', { timeout: lookMs * mostLooks }).catch(() => undefined);
  await page.evaluate('document.fonts.ready.then(() => undefined)');
}
