import { type IncidentKind, type Modality, modalities } from '@vigil/contracts';
import { hidesPicture, type RuleEvent } from '@vigil/detection';
import type { ScoredFeatures } from '@vigil/pipeline';

/** A moment belongs to a fault up to so far from its ends, as on the timelines of results, seconds. */
const slackSeconds = 0.1;

/** Beyond this a fault is no more certain, and its score would dwarf all others where they are drawn. */
const mostStrength = 3;

/** Senses that look at the picture: they say nothing while the camera is at fault. */
const picturedSenses: ReadonlySet<Modality> = new Set(modalities.filter((name) => name !== 'sound' && name !== 'camera'));

/** What faults of the camera mean for the frames of a clip; a value a labelled frame. */
export interface ClipFaults {
  /** The camera's own lane: the alarm threshold times the strength of the fault (three at most), 0 without one. */
  readonly lane: Float64Array;
  /** The same of those faults that raised an incident: what is normal at this camera is not among them. */
  readonly raised: Float64Array;
  /** 1 where the fault keeps the senses that look at the picture from saying anything, 0 elsewhere. */
  readonly hidden: Uint8Array;
}

/** The faults of a clip at its labelled frames; null where the camera was never at fault. */
export function clipFaults(
  { events, incidents, budget }: Pick<ScoredFeatures, 'events' | 'incidents' | 'budget'>,
  times: readonly number[],
): ClipFaults | null {
  const faults = events.filter(({ kind }) => isPictureFault(kind));
  if (faults.length === 0) return null;
  const raised = faults.filter(({ kind, startSeconds }) =>
    incidents.some((incident) => incident.kinds.includes(kind) && incident.startSeconds === startSeconds),
  );
  const heights = (of: readonly RuleEvent[]): Float64Array =>
    Float64Array.from(times, (seconds) =>
      Math.max(
        0,
        ...of
          .filter((fault) => isWithin(fault, seconds))
          .map(({ strength }) => Math.min(mostStrength, strength) * budget.thresholdSurprise),
      ),
    );
  return {
    lane: heights(faults),
    raised: heights(raised),
    hidden: Uint8Array.from(times, (seconds) => (hidesPicture(faults, seconds) ? 1 : 0)),
  };
}

/** Whether a kind is a fault of the picture; a microphone that died hides nothing. */
function isPictureFault(kind: IncidentKind): boolean {
  return kind.startsWith('camera.') && kind !== 'camera.silent';
}

function isWithin({ startSeconds, endSeconds }: RuleEvent, seconds: number): boolean {
  return seconds >= startSeconds - slackSeconds && seconds <= endSeconds + slackSeconds;
}

/** Frame scores of all senses with what the camera itself says: never below it. */
export function withFaults(scores: readonly number[], faults: ClipFaults | null): number[] {
  return faults === null ? [...scores] : scores.map((score, i) => Math.max(score, faults.raised[i]));
}

/** Frames of a clip that the figures of a sense leave out: those at which a fault keeps it from saying anything. */
export function isLeftOut(modality: Modality, faults: ClipFaults | null): (frame: number) => boolean {
  if (faults === null || !picturedSenses.has(modality)) return () => false;
  return (frame) => faults.hidden[frame] === 1;
}
