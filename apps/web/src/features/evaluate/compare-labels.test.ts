import { describe, expect, it } from 'vitest';
import { compareFigures, comparisonInWords } from './compare-figures.ts';
import { areOnSameLabels, isSameSource, labelsDifferInWords } from './compare-labels.ts';

const at = '2026-01-01T00:00:00.000Z';
const labels = (letter: string, version = 1) => ({
  sha256: letter.repeat(64),
  datasetSha256: 'd'.repeat(64),
  labelSet: { id: 'set', version, updatedAt: at },
});
const run = { dataset: 'Gate', labelSetId: 'set', labels: labels('a') };
const folder = { dataset: 'ped2', labelSetId: null, labels: { ...labels('a'), labelSet: null } };

describe('two runs', () => {
  it('are on the same labels where the labels are the same, whatever the set is called', () => {
    expect(areOnSameLabels(run, { ...run, dataset: 'Gate at night', labels: labels('a', 2) })).toBe(true);
    expect(labelsDifferInWords(run, run)).toBeNull();
    expect(isSameSource(run, { ...run, dataset: 'Gate at night' })).toBe(true);
  });

  it('are on different labels where the set was changed in between, which is said with its versions', () => {
    const later = { ...run, labels: labels('b', 4) };
    expect(areOnSameLabels(run, later)).toBe(false);
    expect(labelsDifferInWords(run, later)).toMatch(/version 1, then version 4/);
    expect(labelsDifferInWords(folder, { ...folder, labels: { ...labels('b'), labelSet: null } })).toMatch(/different labels/);
  });

  it('are on different data sets', () => {
    expect(labelsDifferInWords(folder, { ...folder, dataset: 'up-fall', labels: { ...labels('c'), labelSet: null } })).toMatch(
      /different data sets/,
    );
    expect(labelsDifferInWords(run, { ...folder, labels: null })).toMatch(/different data sets/);
  });

  it('may be on the same labels where one of them is from before that was recorded', () => {
    expect(areOnSameLabels(run, { ...run, labels: null })).toBeNull();
    expect(labelsDifferInWords(run, { ...run, labels: null })).toMatch(/not recorded/);
  });

  it('are not called worse or better for other labels', () => {
    const compared = compareFigures({ microAuc: 0.9, testClips: 3 }, { microAuc: 0.5, testClips: 4 }, false);
    expect(compared.map(({ verdict }) => verdict)).toEqual(['unknown', 'unknown']);
    expect(comparisonInWords(compared)).not.toMatch(/worse|better/);
  });
});
