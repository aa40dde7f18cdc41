import type { BoundingBox, Evidence, Incident, Modality } from '@vigil/contracts';
import { ruleModality } from '../rules/rule-incidents.ts';

/** What begins or ends this near may be one event, seconds. */
const slackSeconds = 1;

/** What shares this much of its time with an unusual stretch belongs to it. */
const sameTimeShare = 0.6;

const urgency: readonly Incident['severity'][] = ['info', 'warning', 'critical'];

/**
 * One event is one incident: what a rule found about a body joins the stretch of unusual movement that it is part of, and what a
 * rule heard joins the stretch that sounds unusual.
 */
export function joinIncidents(spans: readonly Incident[], rules: readonly Incident[]): Incident[] {
  let joined = [...spans];
  for (const rule of rules) {
    // a long event may have been several unusual stretches
    const own = joined.filter((span) => isSameEvent(span, rule));
    joined = joined.filter((span) => !own.includes(span));
    joined.push(own.length === 0 ? rule : own.slice(1).reduce(together, join(own[0], rule)));
  }
  return joined;
}

/** One more stretch of the same event. */
function together(event: Incident, span: Incident): Incident {
  return {
    ...event,
    startSeconds: Math.min(event.startSeconds, span.startSeconds),
    endSeconds: Math.max(event.endSeconds, span.endSeconds),
    score: Math.max(event.score, span.score),
    pValue: Math.min(event.pValue, span.pValue),
    kinds: [...new Set([...event.kinds, ...span.kinds])],
  };
}

function isSameEvent(span: Incident, rule: Incident): boolean {
  const apart = Math.max(rule.startSeconds - span.endSeconds, span.startSeconds - rule.endSeconds);
  if (apart > slackSeconds) return false;
  const modality = ruleModality(rule.kinds[0]);
  if (modality === 'sound') return span.kinds[0].startsWith('audio.');
  if (modality !== 'pose') return false;
  // what moves fast is elsewhere a moment later: what lies within the stretch is part of it wherever it is
  const sharedSeconds = Math.min(rule.endSeconds, span.endSeconds) - Math.max(rule.startSeconds, span.startSeconds);
  if (sharedSeconds >= sameTimeShare * (rule.endSeconds - rule.startSeconds)) return true;
  return span.boundingBoxes.some((box) => rule.boundingBoxes.some((other) => touch(box, other)));
}

function touch(a: BoundingBox, b: BoundingBox): boolean {
  const within = (from: number, length: number, other: number, otherLength: number): boolean =>
    from <= other + otherLength && other <= from + length;
  return within(a.left, a.width, b.left, b.width) && within(a.top, a.height, b.top, b.height);
}

function join(span: Incident, rule: Incident): Incident {
  const modality = ruleModality(rule.kinds[0]);
  return {
    ...span,
    id: rule.id,
    startSeconds: Math.min(span.startSeconds, rule.startSeconds),
    endSeconds: Math.max(span.endSeconds, rule.endSeconds),
    peakSeconds: rule.peakSeconds,
    decidedSeconds: rule.decidedSeconds,
    score: Math.max(span.score, rule.score),
    pValue: Math.min(span.pValue, rule.pValue),
    severity: urgency[Math.max(urgency.indexOf(span.severity), urgency.indexOf(rule.severity))],
    kinds: [...new Set([...rule.kinds, ...span.kinds])],
    title: rule.title,
    boundingBoxes: rule.boundingBoxes.length > 0 ? rule.boundingBoxes : span.boundingBoxes,
    skeletons: rule.skeletons.length > 0 ? rule.skeletons : span.skeletons,
    evidence: shared(span.evidence, rule.evidence, modality),
  };
}

/** The rule's evidence first; it and what the sense had to say otherwise share the event's weight half and half. */
function shared(span: readonly Evidence[], rule: readonly Evidence[], modality: Modality): Evidence[] {
  const others = span.filter((evidence) => evidence.modality !== modality);
  const own = span.find((evidence) => evidence.modality === modality);
  const rest = others.reduce((sum, { share }) => sum + share, 0);
  const ruleShare = rest === 0 ? 1 : 0.5 + 0.5 * (own?.share ?? 0);
  return [
    ...rule.map((evidence) => ({ ...evidence, share: ruleShare })),
    ...others.map((evidence) => ({ ...evidence, share: rest === 0 ? 0 : (evidence.share * (1 - ruleShare)) / rest })),
  ];
}
