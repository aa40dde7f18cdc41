import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderEvaluationReport } from '../report/evaluation-report.ts';
import { runEvaluation } from '../run/run-evaluation.ts';
import type { EvaluationResult } from '../evaluation-result.ts';
import { madeSounds, waveFile } from './made-sounds.ts';

describe('evaluateSounds', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-sounds-'));
  let result: EvaluationResult;

  beforeAll(async () => {
    const clips = Object.entries(madeSounds).map(([name, { label, sound }]) => {
      writeFileSync(join(folder, `${name}.wav`), waveFile(8, sound()));
      return { file: `${name}.wav`, label };
    });
    writeFileSync(join(folder, 'dataset.json'), JSON.stringify({ name: 'made sounds', task: 'audio', clips }));
    result = await runEvaluation({
      folder,
      workFolder: join(folder, 'work'),
      budgetIncidentsPerDay: 5,
      senses: {
        detector: null,
        detectorUnavailable: 'not used here',
        pose: null,
        poseUnavailable: 'not used here',
        voice: null,
        voiceUnavailable: 'Not used here.',
        versions: {},
      },
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(Object.entries(madeSounds))('hears in %s what is in it', (name, { hears }) => {
    const clip = result.perClip.find(({ file }) => file === `${name}.wav`);
    expect(clip?.predicted).toBe(hears);
    expect(clip?.durationSeconds).toBeCloseTo(8);
    expect(clip?.scores).toHaveLength(80);
  });

  it('gives figures by kind and by label', () => {
    expect(Object.keys(result.perKind)).toEqual(['audio.impulse', 'audio.sustained', 'audio.voice']);
    for (const score of Object.values(result.perKind)) expect(score).toMatchObject({ precision: 1, recall: 1 });
    expect(result.sounds).toMatchObject({ foundClips: result.sounds?.expectedClips, falseClips: 0 });
    expect(result.warnings).toEqual(['Speech took no part: Not used here.']);
    expect(result.microAuc).toBeNull();
  });

  it('makes a report of it', () => {
    const page = renderEvaluationReport(result);
    for (const text of ['Heard by label', 'Bang or crash', 'siren.wav', 'were heard right', 'level, -90 to 0 dBFS']) {
      expect(page).toContain(text);
    }
    expect(page).not.toContain('Receiver operating characteristic');
    expect(page.slice(0, page.indexOf('<script>'))).not.toMatch(/\b(NaN|undefined|Infinity)\b|>\s*null/);
  });
});
