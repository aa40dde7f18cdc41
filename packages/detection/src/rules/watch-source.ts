import type { IncidentKind } from '@vigil/contracts';
import { BodyWatcher } from '../body/body-watcher.ts';
import { BoxFallRule } from '../body/box-fall-rule.ts';
import { CameraWatcher } from '../camera/camera-watcher.ts';
import type { FeatureGrid } from '../features/feature-grid.ts';
import type { FeatureRecord, FeatureSource } from '../features/feature-record.ts';
import type { PersonSample } from '../features/person-sample.ts';
import { FightWatcher } from '../fights/fight-watcher.ts';
import type { RuleEvent } from '../incidents/rule-event.ts';
import type { SoundNormality } from '../sound/sound-normality.ts';
import { SoundScorer } from '../sound/sound-scorer.ts';
import { SoundWatcher } from '../sound/sound-watcher.ts';
import { mergeNear } from './merge-near.ts';
import { withoutFaults } from './without-faults.ts';

/** A rule that looks at a source record by record. */
export interface RecordWatcher {
  /** Takes the next record and gives the events that ended with it. */
  push(record: FeatureRecord): RuleEvent[];
  /** Gives the events that still go on; the source has ended. */
  end(): RuleEvent[];
}

/** What the rules of body, sound and camera say about a source. */
export interface WatchedSource {
  /** The source as it is learned from and scored: what its pictures show while the camera is at fault does not count. */
  readonly source: FeatureSource;
  /** In order of their start. */
  readonly events: readonly RuleEvent[];
  /** The strongest event of each kind, also of those that stay below the rule's threshold. */
  readonly kindScores: Readonly<Partial<Record<IncidentKind, number>>>;
  /** What simpler rules would have said, for evaluation. */
  readonly comparisons: readonly Comparison[];
}

/** What a simpler rule says about a whole source. */
export interface Comparison {
  readonly name: string;
  readonly kind: IncidentKind;
  /** 1 at the rule's threshold. */
  readonly strength: number;
}

/** What {@link watchSource} takes beside the source. */
export interface WatchOptions {
  /** Places of the motion in the records. */
  readonly grid: FeatureGrid;
  /** How the source normally sounds; null where nothing was learned. */
  readonly sound?: SoundNormality | null | undefined;
  /** Called at every moment; may throw to cancel. */
  readonly onMoment?: (() => void) | undefined;
}

/** Lets every rule look at a source and listen to it. */
export async function watchSource(source: FeatureSource, { grid, sound, onMoment }: WatchOptions): Promise<WatchedSource> {
  const camera = await watch(source, [new CameraWatcher()], onMoment);
  const trusted = withoutFaults(source, camera.filter(isRaised));
  const boxFalls = new BoxFallRule(grid);
  const bodies = await watch(trusted, [new BodyWatcher(grid), new FightWatcher(grid), boxFalls], onMoment);
  const heard = await listen(source, sound ?? null, onMoment);
  const found = [...camera, ...(await withPeople(trusted, mergeNear(bodies))), ...heard].toSorted(
    (a, b) => a.startSeconds - b.startSeconds || a.kind.localeCompare(b.kind),
  );
  return {
    source: trusted,
    events: found.filter(isRaised),
    kindScores: strongestByKind(found),
    comparisons: [{ name: 'falls by the shape of the box alone', kind: 'pose.fall', strength: boxFalls.highest }],
  };
}

function isRaised({ strength }: RuleEvent): boolean {
  return strength >= 1;
}

async function watch(source: FeatureSource, watchers: readonly RecordWatcher[], onMoment?: () => void): Promise<RuleEvent[]> {
  const events: RuleEvent[] = [];
  for await (const record of source.records()) {
    onMoment?.();
    for (const watcher of watchers) events.push(...watcher.push(record));
  }
  for (const watcher of watchers) events.push(...watcher.end());
  return events;
}

/** Adds the bodies that are seen at the peaks. */
async function withPeople(source: FeatureSource, events: readonly RuleEvent[]): Promise<RuleEvent[]> {
  const waiting = new Set(events.map(({ peakSeconds }) => peakSeconds));
  const people = new Map<number, readonly PersonSample[]>();
  if (waiting.size > 0) {
    for await (const record of source.records()) {
      if (record.people && waiting.has(record.seconds)) people.set(record.seconds, record.people);
    }
  }
  return events.map((event) => ({ ...event, people: people.get(event.peakSeconds) }));
}

async function listen({ sound }: FeatureSource, normality: SoundNormality | null, onMoment?: () => void): Promise<RuleEvent[]> {
  if (sound?.track.state !== 'used') return [];
  const watcher = new SoundWatcher({ learnedLoudDb: normality && new SoundScorer(normality).learnedLoudDb });
  const events: RuleEvent[] = [];
  for await (const sample of sound.samples()) {
    onMoment?.();
    events.push(...watcher.push(sample));
  }
  return [...events, ...watcher.end()];
}

function strongestByKind(events: readonly RuleEvent[]): Partial<Record<IncidentKind, number>> {
  const strongest: Partial<Record<IncidentKind, number>> = {};
  for (const { kind, strength } of events) strongest[kind] = Math.max(strongest[kind] ?? 0, strength);
  return strongest;
}
