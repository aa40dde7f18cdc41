import { gzipSync } from 'node:zlib';
import { VigilError } from '@vigil/contracts';
import type { Browser, Page } from 'playwright-core';
import { percentile } from './server/percentile.ts';
import { signedIn, withFilledServices } from './web/filled-services.ts';

const incidents = 10_000;
const rounds = 15;
const mostScriptBytes = 200_000;
const mostInteractionMs = 100;

/** The incidents page in a browser: script of its first load, and how soon it shows what a key or click does with 10,000 incidents. */
export async function run(): Promise<void> {
  await withFilledServices(incidents, async (browser, address) => {
    const bytes = await measureFirstLoad(browser, address);
    const slow = await measureInteractions(browser, address);
    if (bytes > mostScriptBytes || slow > mostInteractionMs) throw new VigilError('internal', 'A budget of the page is broken');
  });
}

/** @returns bytes of script that the page loads before anybody does something, compressed with gzip */
async function measureFirstLoad(browser: Browser, address: string): Promise<number> {
  const page = await signedIn(browser, address);
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    sizes.set(
      response.url(),
      response.body().then((body) => gzipSync(body, { level: 9 }).byteLength),
    );
  });
  await page.goto(`${address}/incidents?status=all`);
  await page
    .getByRole('link', { name: /at the/ })
    .first()
    .waitFor();
  await page.waitForLoadState('networkidle');
  const bytes = (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0);
  console.log(
    `first load of the incidents page: ${sizes.size} scripts, ${(bytes / 1000).toFixed(1)} kB with gzip, ${(bytes / mostScriptBytes).toFixed(2)} of the budget`,
  );
  await page.context().close();
  return bytes;
}

/** What people do on the page, each with a key. */
const interactions: readonly (readonly [string, string])[] = [
  ['next incident', 'j'],
  ['select it', 'x'],
  ['row below', 'ArrowDown'],
  ['extend the selection', 'Shift+ArrowRight'],
  ['clear the selection', 'Escape'],
  ['list of keys', 'Shift+?'],
  ['close it', 'Escape'],
  ['far down', 'End'],
  ['back up', 'Home'],
];

/** @returns 95th percentile over all of them, milliseconds until the next picture is shown */
async function measureInteractions(browser: Browser, address: string): Promise<number> {
  const page = await signedIn(browser, address);
  await page.goto(`${address}/incidents?status=all`);
  await page
    .getByRole('link', { name: /at the/ })
    .first()
    .waitFor();
  await page.evaluate(observer);
  const all: number[] = [];
  // the same measurement on a page that does next to nothing says what the browser itself takes
  const empty = await emptyPage(browser);
  console.log(`key to next picture with ${incidents.toLocaleString('en')} incidents, ${rounds} rounds, milliseconds`);
  console.log('                           p50      p95   an empty page p50     ratio');
  for (const [name, key] of interactions) {
    const [times, alone]: number[][] = [[], []];
    for (let round = 0; round < rounds; round++) {
      times.push(await pressed(page, key));
      alone.push(await pressed(empty, key));
    }
    all.push(...times);
    const [middle, base] = [percentile(times, 0.5), percentile(alone, 0.5)];
    const cells = [middle, percentile(times, 0.95)].map((value) => value.toFixed(0).padStart(9));
    console.log(
      `  ${name.padEnd(21)}${cells.join('')}${base.toFixed(0).padStart(16)}${(middle / base).toFixed(1).padStart(12)} ×`,
    );
  }
  const high = percentile(all, 0.95);
  console.log(`  all of them: p95 ${high.toFixed(0)} ms, ${(high / mostInteractionMs).toFixed(2)} of the budget`);
  await page.context().close();
  return high;
}

/** Notes the time from a key to the picture after it, in the page itself: the next frame, and what it painted. */
const observer = `
  window.taken = null;
  addEventListener('keydown', ({ timeStamp }) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (window.taken = performance.now() - timeStamp);
      port2.postMessage(null);
    });
  }, true);
`;

async function pressed(page: Page, key: string): Promise<number> {
  await page.evaluate('window.taken = null');
  await page.keyboard.press(key);
  const handle = await page.waitForFunction('window.taken');
  return Number(await handle.jsonValue());
}

async function emptyPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setContent('<p>nothing</p>');
  await page.evaluate(observer);
  return page;
}
