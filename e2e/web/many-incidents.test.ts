import { expect, test } from 'vitest';
import { browserIsThere, openBrowser } from './browser.ts';
import { RunningVigil } from './running-vigil.ts';
import { addIncidents } from './sample-records.ts';
import { signIn, visit } from './visit.ts';

test.skipIf(!browserIsThere)(
  '10,000 incidents: scrolled, filtered, judged by keys, with few of them in the page (needs /usr/bin/chromium)',
  async () => {
    await using vigil = await RunningVigil.start({}, async (folder) => await addIncidents(folder, 10_000));
    await using browser = await openBrowser();
    const page = await visit(browser, vigil.address);
    await signIn(page);
    await page.getByRole('link', { name: /^New/ }).getByText('1,000+').waitFor();
    await page.getByRole('link', { name: /number 9999$/ }).waitFor();

    // down until older pages have come
    await page.mouse.move(640, 600);
    const shown = page.getByRole('link', { name: /number \d+$/ });
    await expect
      .poll(
        async () => {
          await page.mouse.wheel(0, 2000);
          const titles = await shown.allTextContents();
          return Math.min(...titles.map((title) => Number(/\d+$/.exec(title.trim())?.[0])));
        },
        { timeout: 60_000 },
      )
      .toBeLessThan(9800);
    expect(await shown.count()).toBeLessThan(120);

    // a filter starts at the top again, and is in the address
    await page.getByRole('combobox', { name: 'Severity' }).selectOption('critical');
    await expect.poll(() => new URL(page.url()).searchParams.get('severity')).toBe('critical');
    await shown.first().waitFor();

    // two are selected by keys and dismissed, and it is undone
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText('2 selected').waitFor();
    await page.keyboard.press('d');
    await page.getByText('2 incidents dismissed.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone.').waitFor();
  },
);
