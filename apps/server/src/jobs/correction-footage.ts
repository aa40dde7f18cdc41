import type { Correction, IncidentRecord } from '@vigil/contracts';

/** What is left out around another incident, seconds on either side. */
const marginSeconds = 1;
/** Shorter pieces than this teach nothing, seconds. */
const leastSeconds = 0.5;
/** As many as are learned from at once. */
const mostPieces = 100;

/** What is read of an incident here. */
type IncidentSpan = Pick<IncidentRecord, 'id' | 'analysisId' | 'videoId' | 'startSeconds' | 'endSeconds' | 'status'>;

/**
 * The footage of incidents that are called normal. Whoever calls a bag that stood there for a minute normal says nothing of the person
 * who fell beside it: shorter incidents of the same analysis that nobody dismissed are left out. Where nothing would be left, all of an
 * incident's footage counts.
 *
 * @param others Incidents of the same videos; those that are called normal may be among them
 * @returns at most 100 pieces, the longest ones, in the order of the incidents
 */
export function correctionFootage(
  called: readonly IncidentSpan[],
  others: readonly IncidentSpan[],
): NonNullable<Correction['footage']> {
  const ids = new Set(called.map(({ id }) => id));
  const pieces = called.flatMap((incident) => {
    const startSeconds = Math.max(0, incident.startSeconds);
    const whole: Piece = { startSeconds, endSeconds: Math.max(incident.endSeconds, startSeconds + 0.1) };
    const cuts = others.filter(
      (other) =>
        !ids.has(other.id) &&
        other.analysisId === incident.analysisId &&
        other.status !== 'dismissed' &&
        lengthOf(other) < lengthOf(whole),
    );
    const left = cuts.reduce<readonly Piece[]>(without, [whole]).filter((piece) => lengthOf(piece) >= leastSeconds);
    return (left.length === 0 ? [whole] : left).map((piece) => ({ videoId: incident.videoId, ...piece }));
  });
  const longest = new Set(pieces.toSorted((a, b) => lengthOf(b) - lengthOf(a)).slice(0, mostPieces));
  return pieces.filter((piece) => longest.has(piece));
}

/** A stretch of a video, media seconds. */
interface Piece {
  readonly startSeconds: number;
  readonly endSeconds: number;
}

function lengthOf({ startSeconds, endSeconds }: Piece): number {
  return endSeconds - startSeconds;
}

function without(pieces: readonly Piece[], cut: Piece): Piece[] {
  const [from, to] = [cut.startSeconds - marginSeconds, cut.endSeconds + marginSeconds];
  return pieces.flatMap(({ startSeconds, endSeconds }) =>
    to <= startSeconds || from >= endSeconds
      ? [{ startSeconds, endSeconds }]
      : [
          ...(from > startSeconds ? [{ startSeconds, endSeconds: from }] : []),
          ...(to < endSeconds ? [{ startSeconds: to, endSeconds }] : []),
        ],
  );
}
