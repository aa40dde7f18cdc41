import type { IncidentKind } from '@vigil/contracts';
import type { RuleEvent } from '../incidents/rule-event.ts';
import type { BodyMoment } from './body-history.ts';
import { type Fall, fallLimits } from './fall-rule.ts';
import type { HeldSpan } from './held-span.ts';
import { lyingStillSeconds } from './lying-rule.ts';
import { raisedArmsSeconds } from './raised-arms-rule.ts';
import { type Run, runningSpeed } from './running-rule.ts';

/** A box tells less than a body: without poses a fall has to be so many times clearer. */
const boxCaution = 1.5;

/** A fall as an event. */
export function fallEvent(fall: Fall, trackId: number | null): RuleEvent {
  const { speed, upright, down, byPose } = fall;
  const descent = fall.downSeconds - fall.startSeconds;
  const fastest = Math.max(speed.shoulders ?? 0, speed.top);
  const stayed = fall.endSeconds - fall.downSeconds;
  const evidence = byPose
    ? `The body came down by ${tenths(speed.drop)} of its length at up to ${tenths(fastest)} lengths a second, and was down for ${tenths(stayed)} s${tilt(down)}.`
    : `No pose could be measured: by the box alone, the upper edge came down by ${tenths(speed.drop)} heights at up to ${tenths(fastest)} heights a second, and stayed down for ${tenths(stayed)} s.`;
  return {
    kind: 'pose.fall',
    modality: 'pose',
    startSeconds: fall.startSeconds,
    endSeconds: fall.endSeconds,
    peakSeconds: fall.downSeconds,
    decidedSeconds: fall.decidedSeconds,
    strength: Math.max(0, fall.strength / (byPose ? 1 : boxCaution)),
    title: 'Somebody falls',
    summary: evidence,
    details: {
      measuredBy: byPose ? 'pose' : 'box',
      descentSeconds: hundredths(descent),
      topSpeedBodyLengthsPerSecond: hundredths(speed.top),
      ...(speed.shoulders === null ? {} : { shoulderSpeedBodyLengthsPerSecond: hundredths(speed.shoulders) }),
      thresholdBodyLengthsPerSecond: fallLimits.leastSpeed,
      dropBodyLengths: hundredths(speed.drop),
      downSeconds: hundredths(stayed),
      ...(down.pose ? { torsoTiltDegrees: Math.round(down.pose.tiltDegrees) } : {}),
    },
    boundingBoxes: [upright.box, down.box],
    trackId,
  };
}

/** Somebody who lies still as an event. */
export function lyingEvent(span: HeldSpan, trackId: number | null): RuleEvent {
  const held = span.endSeconds - span.startSeconds;
  return heldEvent('pose.lying', span, trackId, {
    strength: held / lyingStillSeconds,
    title: 'Somebody lies still',
    summary: `Down and still for ${tenths(held)} s${tilt(span.last)}.`,
    details: { lyingSeconds: hundredths(held), measuredBy: span.last.pose ? 'pose' : 'box' },
  });
}

/** Raised arms as an event. */
export function raisedArmsEvent(span: HeldSpan, trackId: number | null): RuleEvent {
  const held = span.endSeconds - span.startSeconds;
  return heldEvent('pose.raised-arms', span, trackId, {
    strength: held / raisedArmsSeconds,
    title: 'Somebody raises both arms',
    summary: `Both hands were above the head for ${tenths(held)} s.`,
    details: { heldSeconds: hundredths(held) },
  });
}

/** Running as an event. */
export function runningEvent(run: Run, trackId: number | null): RuleEvent {
  const { speed } = run;
  return heldEvent('pose.running', run, trackId, {
    strength: run.decidedSeconds === null ? Math.min(0.99, speed / runningSpeed) : speed / runningSpeed,
    title: 'Somebody runs',
    summary: `Up to ${tenths(speed)} lengths of the own body a second for ${tenths(run.endSeconds - run.startSeconds)} s; walking fast is one.`,
    details: { speedBodyLengthsPerSecond: hundredths(speed), thresholdBodyLengthsPerSecond: runningSpeed },
  });
}

function heldEvent(
  kind: IncidentKind,
  { startSeconds, endSeconds, decidedSeconds, last }: HeldSpan,
  trackId: number | null,
  words: Pick<RuleEvent, 'strength' | 'title' | 'summary' | 'details'>,
): RuleEvent {
  return {
    kind,
    modality: 'pose',
    startSeconds,
    endSeconds,
    peakSeconds: decidedSeconds ?? endSeconds,
    decidedSeconds: decidedSeconds ?? endSeconds,
    boundingBoxes: [last.box],
    trackId,
    ...words,
  };
}

function tilt({ pose }: BodyMoment): string {
  return pose ? `, the torso tilted by ${Math.round(pose.tiltDegrees)}°` : '';
}

function tenths(value: number): string {
  return value.toFixed(1);
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
