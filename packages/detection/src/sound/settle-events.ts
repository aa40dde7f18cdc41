import type { RuleEvent } from '../incidents/rule-event.ts';

/** Plosives and the sharp beginnings of cries belong to the voice so near to it, seconds. */
const nearSeconds = { 'audio.speech': 0.2, 'audio.voice': 1, 'audio.sustained': 0.2 } as const;

/** A bang while somebody speaks is one where it is this much stronger than the voice, dB. */
const strongerDb = 6;

/** The echo of a bang is as loud as the bang, seconds; and speech is somewhat louder than none: strength of the rule of loudness. */
const ordinary = { echoSeconds: 0.5, speechStrength: 2 };

/** Share of an event that another one must cover to explain it. */
const covers = { most: 0.6, half: 0.5, some: 0.4 };

/**
 * Which of the events that were found independently stay: a siren that sounds like speech to the model is no speech, a voice
 * that hums or a door that resounds is no engine, and what a more exact kind explains is not told again as something loud.
 */
export function settledEvents(events: readonly RuleEvent[]): RuleEvent[] {
  return events.filter((event) => !isExplained(event, events));
}

function isExplained(event: RuleEvent, events: readonly RuleEvent[]): boolean {
  const tones = events.filter((other) => other !== event && isTone(other));
  const of = (...kinds: readonly string[]): RuleEvent[] =>
    events.filter((other) => other !== event && kinds.includes(other.kind));
  switch (event.kind) {
    case 'audio.speech':
      return coveredShare(event, tones) >= covers.most;
    case 'audio.voice':
      return coveredShare(event, tones) >= covers.half;
    case 'audio.sustained':
      return (
        !isTone(event) && coveredShare(event, [...tones, ...of('audio.speech', 'audio.voice', 'audio.impulse')]) >= covers.some
      );
    case 'audio.impulse':
      return [...tones, ...of('audio.speech', 'audio.voice')].some((other) => isBeginningOf(event, other));
    case 'audio.loud':
      return coveredShare(event, of(...loudKinds(event)).map(withEcho)) >= covers.half;
    default:
      return false;
  }
}

function loudKinds({ strength }: RuleEvent): string[] {
  return ['audio.impulse', 'audio.voice', 'audio.sustained', ...(strength < ordinary.speechStrength ? ['audio.speech'] : [])];
}

function withEcho(event: RuleEvent): RuleEvent {
  return { ...event, endSeconds: event.endSeconds + ordinary.echoSeconds };
}

function isTone({ kind, details }: RuleEvent): boolean {
  return kind === 'audio.sustained' && details.character === 'tone';
}

function isBeginningOf(impulse: RuleEvent, other: RuleEvent): boolean {
  const near = nearSeconds[other.kind as keyof typeof nearSeconds];
  return (
    impulse.peakSeconds >= other.startSeconds - near &&
    impulse.peakSeconds <= other.endSeconds + near &&
    Number(impulse.details.peakDb) < Number(other.details.peakDb) + strongerDb
  );
}

/** Share of an event's time in which at least one of the others goes on, 0 to 1. */
function coveredShare({ startSeconds, endSeconds }: RuleEvent, others: readonly RuleEvent[]): number {
  let covered = 0;
  let until = startSeconds;
  for (const other of others.toSorted((a, b) => a.startSeconds - b.startSeconds)) {
    const from = Math.max(until, other.startSeconds);
    const to = Math.min(endSeconds, other.endSeconds);
    if (to > from) {
      covered += to - from;
      until = to;
    }
  }
  return endSeconds > startSeconds ? covered / (endSeconds - startSeconds) : 0;
}
