import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserIsThere, openBrowser } from './browser.ts';
import { addEvaluated } from './evaluated-records.ts';
import { dialogs, goTo, places } from './every-place.ts';
import { faultsOf, readAxe } from './page-faults.ts';
import { RunningVigil } from './running-vigil.ts';
import { addIncidents } from './sample-records.ts';
import { signIn, visit } from './visit.ts';

describe.skipIf(!browserIsThere)('every page and dialog', () => {
  let vigil: RunningVigil;
  beforeAll(async () => {
    vigil = await RunningVigil.start({}, async (folder) => {
      await addIncidents(folder, 30);
      await addEvaluated(folder);
    });
  });
  afterAll(async () => await vigil[Symbol.asyncDispose]());

  test.each([
    ['dark', 1280],
    ['light', 390],
  ] as const)(
    'in %s, %i px wide: accessible, no wider than the screen, no fault in its scripts (needs /usr/bin/chromium)',
    async (scheme, width) => {
      const axe = await readAxe();
      await using browser = await openBrowser();
      const page = await visit(browser, vigil.address, {
        viewport: { width, height: 844 },
        reducedMotion: 'reduce',
        // the tool is put into the page, whose policy lets no script in
        bypassCSP: true,
      });
      await page.addInitScript(`localStorage.setItem('mantine-color-scheme-value', '${scheme}')`);
      const faults: Record<string, readonly string[]> = {};
      const broken: string[] = [];
      page.on('pageerror', ({ message }) => broken.push(`${page.url()}: ${message}`));
      await page.reload();
      await page.getByRole('heading', { name: 'Sign in to Vigil' }).waitFor();
      faults['sign-in'] = await faultsOf(page, axe);
      await signIn(page);
      for (const place of places) {
        await goTo(page, vigil.address + place);
        faults[place] = await faultsOf(page, axe);
      }
      for (const { name, path, open } of dialogs) {
        await goTo(page, vigil.address + path);
        await open(page);
        faults[name] = await faultsOf(page, axe);
      }
      expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual({});
      expect(broken).toEqual([]);
    },
    300_000,
  );
});
