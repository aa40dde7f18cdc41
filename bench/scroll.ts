import type { Browser, Page } from 'playwright-core';
import { signedIn, withFilledServices } from './web/filled-services.ts';

/** A hundred thousand unless the command line names another number. */
const incidents = Number(process.argv[3] ?? 100_000);
const windows = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
] as const;

/** A long list scrolled to its very end, on a phone and on a desktop: what is in the page and in memory there, against its beginning. */
export async function run(): Promise<void> {
  await withFilledServices(incidents, async (browser, address) => {
    const alone = await readAlone(browser, address);
    console.log(`${incidents.toLocaleString('en')} incidents; reading all pages without showing them ${alone.toFixed(1)} s`);
    for (const viewport of windows) {
      const page = await signedIn(browser, address, viewport);
      await page.goto(`${address}/incidents?status=all`);
      await page.getByRole('gridcell').getByRole('link').first().waitFor();
      const before = await stateOf(page);
      const began = performance.now();
      while (!(await isAtEnd(page))) await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
      const seconds = (performance.now() - began) / 1000;
      const after = await stateOf(page);
      console.log(
        `  ${viewport.width} px: end reached in ${seconds.toFixed(1)} s (${(seconds / alone).toFixed(1)} × reading alone), ` +
          `${after.cells} cards in the page (${(after.cells / before.cells).toFixed(1)} × the beginning), ` +
          `heap ${after.heapMegabytes.toFixed(0)} MB (${(after.heapMegabytes / before.heapMegabytes).toFixed(1)} ×), ` +
          `${(after.heightPixels / 1e6).toFixed(1)} million pixels high`,
      );
      await page.context().close();
    }
  });
}

/** @returns seconds */
async function readAlone(browser: Browser, address: string): Promise<number> {
  const page = await signedIn(browser, address);
  await page.goto(`${address}/robots.txt`);
  const milliseconds: unknown = await page.evaluate(`(async () => {
    const began = performance.now();
    for (let cursor = ''; cursor !== null; ) {
      const answer = await fetch('/api/v1/incidents?limit=200' + (cursor === '' ? '' : '&cursor=' + encodeURIComponent(cursor)));
      cursor = (await answer.json()).nextCursor;
    }
    return performance.now() - began;
  })()`);
  await page.context().close();
  return Number(milliseconds) / 1000;
}

/** The list knows how many rows it has, and shows the last one. */
async function isAtEnd(page: Page): Promise<boolean> {
  const grid = page.getByRole('grid');
  const rows = Number(await grid.getAttribute('aria-rowcount'));
  return rows > 0 && (await grid.locator(`[aria-rowindex="${rows}"]`).getByRole('link').count()) > 0;
}

interface PageState {
  readonly cells: number;
  readonly heapMegabytes: number;
  readonly heightPixels: number;
}

async function stateOf(page: Page): Promise<PageState> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  const cells = await page.getByRole('gridcell').count();
  const heightPixels = Number(await page.evaluate('document.documentElement.scrollHeight'));
  return { cells, heapMegabytes: usedSize / 1e6, heightPixels };
}
