import { describe, expect, it } from 'vitest';
import { expectedKinds } from './expected-kinds.ts';
import { soundFigures } from './sound-figures.ts';

describe('soundFigures', () => {
  it('counts what is found, missed and false', () => {
    const { perKind } = soundFigures([
      { label: 'glass_breaking', kinds: ['audio.impulse'] },
      { label: 'glass_breaking', kinds: [] },
      { label: 'siren', kinds: ['audio.sustained', 'audio.voice'] },
      { label: 'crying_baby', kinds: ['audio.voice', 'audio.speech'] },
      { label: 'rain', kinds: ['audio.impulse'] },
    ]);
    expect(perKind['audio.impulse']).toMatchObject({ precision: 0.5, recall: 0.5, truePositives: 1, falseNegatives: 1 });
    expect(perKind['audio.sustained']).toMatchObject({ precision: 1, recall: 1 });
    expect(perKind['audio.voice']).toMatchObject({ precision: 0.5, recall: 1 });
    expect(perKind['audio.speech']).toMatchObject({ precision: 0, recall: null, falsePositives: 1 });
  });

  it('counts either of two right kinds as right, and a fair one not at all', () => {
    const { perKind, sounds } = soundFigures([
      { label: 'dog', kinds: ['audio.voice'] },
      { label: 'dog', kinds: ['audio.impulse', 'audio.voice'] },
      { label: 'dog', kinds: [] },
      { label: 'footsteps', kinds: ['audio.impulse', 'audio.loud'] },
    ]);
    expect(perKind['audio.impulse']).toMatchObject({ truePositives: 1, falseNegatives: 1, falsePositives: 0 });
    expect(perKind['audio.voice']).toMatchObject({ truePositives: 2, falseNegatives: 0, falsePositives: 0 });
    expect(perKind).not.toHaveProperty('audio.loud');
    expect([sounds.expectedClips, sounds.foundClips, sounds.falseClips]).toEqual([3, 2, 0]);
    expect(sounds.byLabel.map(({ label, clips, heard }) => [label, clips, heard])).toEqual([
      ['dog', 3, { 'audio.voice': 2, 'audio.impulse': 1 }],
      ['footsteps', 1, { 'audio.impulse': 1, 'audio.loud': 1 }],
    ]);
  });

  it('leaves labels out that nothing is known of', () => {
    const { perKind, unknownLabels } = soundFigures([{ label: 'harp', kinds: ['audio.impulse'] }]);
    expect([perKind, unknownLabels]).toEqual([{}, ['harp']]);
  });
});

describe('expectedKinds', () => {
  it('takes the name of a kind for a label, and lets nothing pass in normal clips', () => {
    expect(expectedKinds('impulse')?.kind).toBe('audio.impulse');
    expect(expectedKinds('audio.speech')?.kind).toBe('audio.speech');
    expect(expectedKinds('normal')).toMatchObject({ kind: null, alsoRight: [] });
    expect(expectedKinds('constructor')).toBeNull();
  });
});
