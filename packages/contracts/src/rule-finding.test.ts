import { describe, expect, it } from 'vitest';
import type { Evidence } from './incident.ts';
import { ruleFinding, strengthInWords } from './rule-finding.ts';

const said = (
  modality: Evidence['modality'],
  pValue: number | null,
  share: number,
  details: Evidence['details'] = {},
): Evidence => ({
  modality,
  state: pValue === null ? 'absent' : 'used',
  pValue,
  share,
  summary: '',
  peakSeconds: null,
  nearestNormal: [],
  details,
});

describe('ruleFinding', () => {
  it('is of the rule that raised it, and of the rarest sense beside', () => {
    const evidence = [
      said('pose', 0.066, 0.5, { strength: 1.84, tiltDegrees: 70 }),
      said('objects', 0.02, 0.1),
      said('motion', 0.001, 0.4),
      said('sound', null, 0),
    ];
    expect(ruleFinding({ kinds: ['pose.fall', 'motion.speed'], evidence })).toEqual({
      kind: 'pose.fall',
      modality: 'pose',
      strength: 1.84,
      beside: { modality: 'motion', pValue: 0.001 },
    });
  });

  it('says nothing of rarity where the rule alone found it', () => {
    const evidence = [said('camera', 0.0625, 1, { strength: 3 }), said('motion', 0.9, 0), said('objects', 0.7, 0.1)];
    expect(ruleFinding({ kinds: ['camera.covered'], evidence })?.beside).toBeNull();
  });

  it('is none where something was unusual', () => {
    expect(
      ruleFinding({ kinds: ['motion.speed'], evidence: [said('motion', 0.001, 1, { speedHeightsPerSecond: 1 })] }),
    ).toBeNull();
  });
});

it.each([
  [1, '1.0 ×'],
  [1.84, '1.8 ×'],
  [1234.5, '1,235 ×'],
])('a strength of %d is %s', (strength, words) => expect(strengthInWords(strength)).toBe(words));
