import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { renderAnalysisReport } from '../src/analysis/analysis-report.ts';
import { sampleAnalysis } from '../src/analysis/sample-analysis.ts';

const executablePath = '/usr/bin/chromium';

describe.skipIf(!existsSync(executablePath))('analysis report in a browser (needs /usr/bin/chromium)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-report-'));
  const problems: string[] = [];
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const result = sampleAnalysis();
    result.source.file = '</script><img src=x onerror=alert(1)>.mp4';
    writeFileSync(join(folder, 'report.html'), renderAnalysisReport(result, {}));
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    });
    page = await browser.newPage({ viewport: { width: 1200, height: 900 }, colorScheme: 'light' });
    page.on('console', (message) => problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('dialog', (dialog) => problems.push(`dialog: ${dialog.message()}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(pathToFileURL(folder).href)) problems.push(`request: ${request.url()}`);
    });
  });
  beforeEach(async () => {
    await page.goto(pathToFileURL(join(folder, 'report.html')).href);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  const range = () => page.locator('#timeline-range').innerText();
  const rangeBecomes = (pattern: RegExp) =>
    page.waitForFunction(
      (source) => new RegExp(source).test(document.getElementById('timeline-range')?.textContent ?? ''),
      pattern.source,
    );

  it('runs its script under its policy, without complaint and without the network', async () => {
    expect(await range()).toBe('0:00.0 – 2:09.0');
    expect(await page.locator('h1').innerText()).toBe('script><img src=x onerror=alert(1)>.mp4');
    expect(problems).toEqual([]);
  });

  it('zooms by wheel at the pointer, by button and by key, and moves by drag', async () => {
    const lanes = page.locator('#timeline-lanes');
    const box = await lanes.boundingBox();
    if (box === null) throw new Error('The timeline is not on the page.');
    await page.mouse.move(box.x + box.width / 2, box.y + 60);
    await page.mouse.wheel(0, -Math.log(2) / 0.002);
    await rangeBecomes(/^0:32\.[23] – 1:36\.[78]$/);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 4, box.y + 60, { steps: 4 });
    await page.mouse.up();
    await rangeBecomes(/^0:4[78]\.\d – 1:5[12]\.\d$/);
    await page.getByRole('button', { name: 'Whole video' }).click();
    await rangeBecomes(/^0:00\.0 – 2:09\.0$/);
    await page.keyboard.press('+');
    await rangeBecomes(/^0:21\.5 – 1:47\.5$/);
    await page.keyboard.press('0');
    await rangeBecomes(/^0:00\.0 – 2:09\.0$/);
    expect(problems).toEqual([]);
  });

  it('reads out time and p-values under the pointer', async () => {
    const box = await page.locator('#timeline-lanes').boundingBox();
    if (box === null) throw new Error('The timeline is not on the page.');
    await page.mouse.move(box.x + box.width * 0.16, box.y + 60);
    const readout = page.locator('#timeline-readout');
    await readout.waitFor({ state: 'visible' });
    expect(await readout.innerText()).toMatch(/All senses together\s+p [\d.]+.*Motion\s+p.*1 · A bag was left behind/s);
    await page.mouse.move(box.x + (box.width * 76) / 129, box.y + 60);
    await page.waitForFunction(() => document.getElementById('timeline-readout')?.textContent?.includes('no footage'));
    await page.mouse.move(box.x + box.width * 0.93, box.y + 60);
    await page.waitForFunction(() => document.getElementById('timeline-readout')?.textContent?.includes('camera at fault'));
  });

  it('switches each kind of mark off and on', async () => {
    const boxes = page.locator('#incident-1 .layer-boxes');
    expect(await boxes.isVisible()).toBe(true);
    await page.locator('#incident-1').getByRole('button', { name: 'Boxes' }).click();
    expect(await boxes.isVisible()).toBe(false);
    expect(await page.locator('#incident-2 .layer-boxes').isVisible()).toBe(true);
    await page.locator('#incident-1').getByRole('button', { name: 'Boxes' }).click();
    expect(await boxes.isVisible()).toBe(true);
  });

  it('hides and shows the bodies on every key frame with P', async () => {
    const bodies = page.locator('#incident-2 .layer-skeletons');
    await page.keyboard.press('p');
    expect(await bodies.isVisible()).toBe(false);
    await page.keyboard.press('p');
    expect(await bodies.isVisible()).toBe(true);
  });

  it('steps through the incidents with the arrow keys', async () => {
    const focused = () => page.evaluate(() => document.activeElement?.id);
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('incident-1');
    for (let presses = 0; presses < 7; presses++) await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('incident-6');
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe('incident-5');
  });

  it('opens help with ? and switches the theme', async () => {
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const before = await ground();
    await page.getByRole('button', { name: 'Switch between light and dark' }).click();
    expect(await ground()).not.toBe(before);
  });

  it('fits a phone without scrolling sideways', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.setViewportSize({ width: 1200, height: 900 });
  });
});
