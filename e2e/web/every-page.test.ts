import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserIsThere, openBrowser } from './browser.ts';
import { RunningVigil } from './running-vigil.ts';
import { addIncidents } from './sample-records.ts';
import { signIn, visit } from './visit.ts';

const places = [
  '/incidents',
  '/incidents/incident-000000001',
  '/live',
  '/videos',
  '/videos/sample-video',
  '/search?q=fall+number',
  '/normality',
  '/evaluate',
  '/system',
  '/system?tab=queue',
  '/system?tab=models',
  '/system?tab=disk',
  '/system?tab=notifications',
  '/system?tab=settings',
  '/system?tab=audit',
  '/account',
  '/account?tab=sessions',
  '/account?tab=keys',
  '/account?tab=users',
  '/no-such-page',
];

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** Serious and critical faults of accessibility, as text. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResult;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

test.skipIf(!browserIsThere).each([
  ['dark', 1280],
  ['light', 390],
] as const)(
  'every page in %s, %i px wide: accessible, no wider than the screen, no fault in its scripts (needs /usr/bin/chromium)',
  async (scheme, width) => {
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    await using vigil = await RunningVigil.start({}, async (folder) => await addIncidents(folder, 30));
    await using browser = await openBrowser();
    const page = await visit(browser, vigil.address, {
      viewport: { width, height: 844 },
      reducedMotion: 'reduce',
      // the tool is put into the page, whose policy lets no script in
      bypassCSP: true,
    });
    await page.addInitScript(`localStorage.setItem('mantine-color-scheme-value', '${scheme}')`);
    const faults: Record<string, unknown> = {};
    const broken: string[] = [];
    page.on('pageerror', ({ message }) => broken.push(message));
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in to Vigil' }).waitFor();
    await page.addScriptTag({ content: axe });
    faults['sign-in'] = await faultsOf(page);
    await signIn(page);
    for (const place of places) {
      await page.goto(vigil.address + place);
      await page.getByRole('heading').first().waitFor();
      const waiting = page.locator('.mantine-Skeleton-root, [role=status][aria-label=Loading]');
      await expect.poll(async () => await waiting.count(), { timeout: 45_000, message: `${place} is loaded` }).toBe(0);
      await page.addScriptTag({ content: axe });
      const wider = (await page.evaluate('document.documentElement.scrollWidth - innerWidth')) as number;
      faults[place] = [...(await faultsOf(page)), ...(wider > 0 ? [`${wider} px wider than the screen`] : [])];
    }
    expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => (found as unknown[]).length > 0))).toEqual({});
    expect(broken).toEqual([]);
  },
  300_000,
);
