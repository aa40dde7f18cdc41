import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { renderEvaluationReport } from './evaluation-report.ts';
import { sampleEvaluation } from './sample-evaluation.ts';

describe('renderEvaluationReport', () => {
  it('shows curves, senses, kinds, alarms, and every clip', () => {
    const page = renderEvaluationReport(sampleEvaluation());
    for (const text of [
      'Receiver operating characteristic',
      'Control: frame number within the clip',
      'Detection delay',
      'AUC over clips, fall',
      'fall by box shape alone',
      'lying down',
      'Alarm budget',
      'test/05.mp4',
      'taken for normal',
      'a1a1a1a1a1a1a1a1',
      '40 frames left out',
    ]) {
      expect(page).toContain(text);
    }
    expect(page).toContain('0.7420');
    expect(page.match(/class="labelled"/g)).toHaveLength(4);
  });

  it('says what was not measured and leaves out what has no labels', () => {
    const page = renderEvaluationReport({
      ...sampleEvaluation(),
      microAuc: null,
      macroAuc: null,
      equalErrorRate: null,
      averagePrecision: null,
      roc: null,
      precisionRecall: null,
      anomalousShare: null,
      controls: { frameIndex: null, blobCount: null },
      perModality: {},
      perKind: {},
      clipAreas: {},
      perActivity: [],
      hardNegatives: null,
      lyingDelay: null,
      comparisons: [],
      confusion: null,
      delay: null,
      budget: null,
      falseAlarmsPerHour: null,
    });
    expect(page).toContain('5 clips analysed; the data set has no labels to measure against.');
    expect(page.match(/not measured/g)?.length).toBe(5);
    expect(page.slice(0, page.indexOf('<script>'))).not.toMatch(/\b(NaN|undefined|Infinity)\b|>\s*null/);
    expect(page).not.toContain('Receiver operating characteristic');
  });

  it('lets no name become markup and embeds no inline style', () => {
    const sample = sampleEvaluation();
    const hostile = '</script><img src=x onerror=alert(1)>';
    const clips = sample.perClip.map((clip) => ({ ...clip, file: hostile, name: hostile, label: hostile }));
    const page = renderEvaluationReport({ ...sample, name: hostile, perClip: clips, warnings: [hostile] });
    expect(page).not.toContain('<img');
    expect(page).not.toMatch(/\sstyle="/);
  });
});

const executablePath = '/usr/bin/chromium';

describe.skipIf(!existsSync(executablePath))('evaluation report in a browser (needs /usr/bin/chromium)', () => {
  it('keeps to its policy and fits a phone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vigil-evaluation-'));
    const file = join(folder, 'report.html');
    writeFileSync(file, renderEvaluationReport(sampleEvaluation()));
    const browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    });
    try {
      const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
      const problems: string[] = [];
      page.on('console', (message) => problems.push(message.text()));
      page.on('pageerror', (error) => problems.push(error.message));
      await page.goto(pathToFileURL(file).href);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
      await page.keyboard.press('?');
      expect(await page.getByRole('dialog').isVisible()).toBe(true);
      expect(problems).toEqual([]);
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true });
    }
  });
});
