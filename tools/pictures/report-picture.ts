import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

/**
 * Takes the picture of a report that the README shows.
 *
 * Usage: node tools/pictures/report-picture.ts REPORT.html PICTURE.png [WIDTH HEIGHT]
 */
const [report, picture, width = '1280', height = '1180'] = process.argv.slice(2);
const executablePath = '/usr/bin/chromium';
if (!report || !picture || !existsSync(executablePath)) {
  process.stderr.write(`usage: report-picture.ts REPORT.html PICTURE.png [WIDTH HEIGHT]; needs ${executablePath}\n`);
  process.exit(2);
}
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
try {
  const page = await browser.newPage({ viewport: { width: Number(width), height: Number(height) } });
  await page.goto(pathToFileURL(resolve(report)).href);
  await page.screenshot({ path: picture });
} finally {
  await browser.close();
}
