import { expect, test } from 'vitest';
import { browserIsThere, openBrowser } from './browser.ts';
import { addEvaluated } from './evaluated-records.ts';
import { dialogs, goTo, places } from './every-place.ts';
import { arrowsGoThrough, type KeyFaults, keyFaultsOf } from './page-keys.ts';
import { RunningVigil } from './running-vigil.ts';
import { addIncidents } from './sample-records.ts';
import { signIn, visit } from './visit.ts';

test.skipIf(!browserIsThere)(
  'on every page and dialog all that can be pressed is reached by keys and shows that it has the focus (needs /usr/bin/chromium)',
  async () => {
    await using vigil = await RunningVigil.start({}, async (folder) => {
      await addIncidents(folder, 30);
      await addEvaluated(folder);
    });
    await using browser = await openBrowser();
    const page = await visit(browser, vigil.address, { reducedMotion: 'reduce', bypassCSP: true });
    const faults: Record<string, KeyFaults> = { 'sign-in': await keyFaultsOf(page) };
    await page.reload();
    await signIn(page);
    for (const place of places) {
      await goTo(page, vigil.address + place);
      faults[place] = await keyFaultsOf(page);
    }
    for (const { name, path, open } of dialogs) {
      await goTo(page, vigil.address + path);
      await open(page);
      faults[name] = await keyFaultsOf(page);
    }
    const isFaulty = ({ unreachable, unseen }: KeyFaults): boolean => unreachable.length + unseen.length > 0;
    expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => isFaulty(found)))).toEqual({});

    await goTo(page, `${vigil.address}/incidents`);
    expect(await arrowsGoThrough(page, '[role=gridcell]', 'ArrowRight')).toBe(true);
    await goTo(page, `${vigil.address}/system`);
    expect(await arrowsGoThrough(page, '[role=tab]', 'ArrowRight')).toBe(true);
  },
  300_000,
);
