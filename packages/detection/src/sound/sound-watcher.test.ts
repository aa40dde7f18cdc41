import { describe, expect, it } from 'vitest';
import type { SoundSample } from '../features/sound-sample.ts';
import type { RuleEvent } from '../incidents/rule-event.ts';
import { bang, digitalSilence, soundSamples, type SoundStretch, tone } from '../testing/sound-samples.ts';
import { SoundWatcher } from './sound-watcher.ts';

function watch(samples: readonly SoundSample[], watcher = new SoundWatcher()): RuleEvent[] {
  return [...samples.flatMap((sample) => watcher.push(sample)), ...watcher.end()];
}

const kindsOf = (...stretches: readonly SoundStretch[]): string[] => watch(soundSamples(...stretches)).map(({ kind }) => kind);
const quiet = (seconds: number): SoundStretch => ({ seconds });
const cry = tone(0.9, -20, (i) => 450 * (1 + 0.05 * i));
const speech: SoundStretch = {
  seconds: 3,
  levelDb: -35,
  like: { speech: 0.95, harmonicity: 0.8, pitchHz: 140, lowHarmonicity: 0.8 },
};

describe('SoundWatcher', () => {
  it('says nothing of steady noise, however loud', () => {
    expect(kindsOf(quiet(60))).toEqual([]);
    expect(kindsOf({ seconds: 60, levelDb: -8 })).toEqual([]);
  });

  it('finds a bang, and knocks as one event', () => {
    const [single] = watch(soundSamples(quiet(5), bang(-15), quiet(5)));
    expect(single).toMatchObject({ kind: 'audio.impulse', modality: 'sound', boundingBoxes: [], trackId: null });
    expect(single.startSeconds).toBeCloseTo(5);
    expect(single.decidedSeconds - single.startSeconds).toBeLessThan(0.5);
    const knocks = watch(soundSamples(quiet(5), bang(-15), quiet(0.3), bang(-15), quiet(0.3), bang(-15), quiet(5)));
    expect(knocks.map(({ kind, details }) => [kind, details.count])).toEqual([['audio.impulse', 3]]);
  });

  it('takes a sound that starts sharply but goes on for no impulse', () => {
    const start: SoundStretch = { seconds: 8, levelDb: -20, like: (i) => ({ onset: i === 0 ? 30 : 2 }) };
    expect(kindsOf(quiet(5), start)).toEqual([]);
  });

  it('tells a siren, an alarm and a cry apart', () => {
    const siren = tone(6, -15, (i) => 900 + 300 * Math.sin(i / 5));
    expect(kindsOf(quiet(3), siren, quiet(3))).toEqual(['audio.sustained']);
    const beep = tone(0.4, -15, () => 2000 / 3, 4);
    expect(kindsOf(quiet(3), beep, quiet(0.6), beep, quiet(0.6), beep, quiet(8))).toEqual(['audio.sustained']);
    expect(kindsOf(quiet(3), cry, quiet(6))).toEqual(['audio.voice']);
  });

  it('finds a machine that starts, and takes one that always runs for the background', () => {
    const machine = (seconds: number): SoundStretch => ({ seconds, levelDb: -25, like: { lowHarmonicity: 0.85 } });
    expect(kindsOf(quiet(5), machine(6), quiet(8))).toEqual(['audio.sustained']);
    expect(kindsOf(machine(120))).toEqual([]);
    expect(kindsOf(machine(5), speech, machine(30), speech, machine(30))).toEqual(['audio.speech', 'audio.speech']);
  });

  it('finds speech, once over short pauses, and not its plosives', () => {
    const plosive: SoundStretch = { ...bang(-22), like: { onset: 22, peakDb: -10, speech: 0.9 } };
    const events = watch(soundSamples(quiet(4), speech, quiet(0.6), plosive, speech, quiet(8)));
    expect(events.map(({ kind }) => kind)).toEqual(['audio.speech']);
    expect(events[0].decidedSeconds).toBeCloseTo(4.5);
    const syllable: SoundStretch = { ...speech, seconds: 0.3 };
    expect(kindsOf(quiet(4), syllable, quiet(8))).toEqual([]);
    expect(kindsOf(quiet(4), { ...speech, seconds: 0.6, like: { speech: 0.55 } }, quiet(8))).toEqual([]);
    expect(kindsOf(quiet(4), { ...speech, like: { speech: null } }, quiet(8))).toEqual([]);
  });

  it('takes a siren that the speech model takes for speech for a siren', () => {
    const siren = tone(6, -15, (i) => 900 + 300 * Math.sin(i / 5));
    const like = (i: number): Partial<SoundSample> => ({ ...(siren.like as (sample: number) => object)(i), speech: 0.9 });
    expect(kindsOf(quiet(3), { ...siren, like }, quiet(8))).toEqual(['audio.sustained']);
  });

  it('hears a bang while somebody speaks', () => {
    const events = kindsOf(quiet(4), speech, bang(-3), speech, quiet(8));
    expect(events.toSorted()).toEqual(['audio.impulse', 'audio.speech']);
  });

  it('finds what is louder than the source is otherwise, and learns from a profile what that is', () => {
    const loud: SoundStretch = { seconds: 2, levelDb: -30 };
    const [event] = watch(soundSamples(quiet(20), loud, quiet(8)));
    expect(event).toMatchObject({ kind: 'audio.loud' });
    expect(event.startSeconds).toBeCloseTo(20);
    expect(event.endSeconds).toBeCloseTo(22);
    expect(event.details.aboveUsualDb).toBeGreaterThan(15);
    expect(kindsOf(quiet(5), loud, quiet(8))).toEqual([]);
    const watcher = (): SoundWatcher => new SoundWatcher({ learnedLoudDb: -52 });
    expect(watch(soundSamples(quiet(5), loud, quiet(8)), watcher()).map(({ kind }) => kind)).toEqual(['audio.loud']);
  });

  it('finds sudden silence, but no silence in a recording that is faded out', () => {
    const hush: SoundStretch = { seconds: 4, levelDb: -85 };
    const [event] = watch(soundSamples(quiet(20), hush, quiet(8)));
    expect(event).toMatchObject({ kind: 'audio.silence' });
    expect(event.decidedSeconds - event.startSeconds).toBeCloseTo(2);
    const steps = Array.from({ length: 20 }, (_, i) => ({ seconds: 0.1, levelDb: -50 - 1.7 * i }));
    expect(kindsOf(quiet(20), ...steps, hush)).toEqual([]);
  });

  it('tells a dead microphone', () => {
    const [muted] = watch(soundSamples(digitalSilence(30)));
    expect(muted).toMatchObject({ kind: 'camera.silent', modality: 'camera', startSeconds: 0 });
    const [died] = watch(soundSamples(quiet(20), digitalSilence(30)));
    expect(died).toMatchObject({ kind: 'camera.silent' });
    expect(died.decidedSeconds).toBeCloseTo(30);
    expect(kindsOf(digitalSilence(2))).toEqual([]);
  });

  it('takes the pauses of a source that is cut to digital silence for normal', () => {
    const talk = Array.from({ length: 12 }, () => [speech, digitalSilence(3)]).flat();
    expect(new Set(kindsOf(...talk, digitalSilence(9), speech))).toEqual(new Set(['audio.speech']));
  });

  it('gives the same events in the same order, none twice, and holds little back', () => {
    const samples = soundSamples(quiet(20), bang(-15), quiet(5), cry, quiet(5), speech, quiet(20), bang(-15), quiet(20));
    const events = watch(samples);
    expect(events.map(({ kind }) => kind)).toEqual(['audio.impulse', 'audio.voice', 'audio.speech', 'audio.impulse']);
    expect(watch(samples)).toEqual(events);
    const watcher = new SoundWatcher();
    const early = samples.slice(0, 400).flatMap((sample) => watcher.push(sample));
    expect(early).toEqual(events.slice(0, 3));
  });
});
