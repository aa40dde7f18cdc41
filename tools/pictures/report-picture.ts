import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

/** A page with many clips takes its time on a busy machine. */
const loadTimeoutMs = 180_000;

/**
 * Takes the picture of a report that the README shows, by day unless asked for `dark`.
 *
 * Usage: node tools/pictures/report-picture.ts REPORT.html PICTURE.png [WIDTH HEIGHT [light|dark]]
 */
const [report, picture, width = '1280', height = '1180', scheme = 'light'] = process.argv.slice(2);
const executablePath = '/usr/bin/chromium';
if (!report || !picture || !existsSync(executablePath)) {
  process.stderr.write(`usage: report-picture.ts REPORT.html PICTURE.png [WIDTH HEIGHT [light|dark]]; needs ${executablePath}\n`);
  process.exit(2);
}
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
try {
  const page = await browser.newPage({
    viewport: { width: Number(width), height: Number(height) },
    colorScheme: scheme === 'dark' ? 'dark' : 'light',
  });
  await page.goto(pathToFileURL(resolve(report)).href, { timeout: loadTimeoutMs });
  await page.screenshot({ path: picture, timeout: loadTimeoutMs });
} finally {
  await browser.close();
}
