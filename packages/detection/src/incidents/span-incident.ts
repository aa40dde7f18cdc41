import type { BoundingBox, Incident, IncidentKind, IncidentTrack } from '@vigil/contracts';
import { cellCentre, cellStepHeights, type FeatureGrid } from '../features/feature-grid.ts';
import type { CalibratedMoment } from '../scoring/calibrated-moment.ts';
import { type IncidentContext, pValueOf, scoreOf, severityOf } from './incident-context.ts';
import { freshIncident } from './fresh-incident.ts';
import { appearanceText } from './appearance-text.ts';
import { incidentId } from './incident-id.ts';
import { figure } from './figures.ts';
import { strangestVector } from './nearest-normal.ts';
import { skeletonsOf } from './skeletons.ts';
import { spanEvidence } from './span-evidence.ts';
import { strongest } from './strongest.ts';
import { kindsOf } from './span-kinds.ts';

/** Arrows shown at most. */
const mostArrows = 160;

/** An incident from a stretch of surprising moments. */
export function spanIncident(
  context: IncidentContext,
  startSeconds: number,
  endSeconds: number,
  moments: readonly CalibratedMoment[],
): Incident {
  const { budget, sourceId, profile } = context;
  const peak = strongest(moments, (moment) => moment.fused);
  const kinds = kindsOf(moments);
  const evidence = spanEvidence(context, moments);
  const looks = strangestVector(moments);
  const { box, tracks } = kinds[0] === 'pose.unusual' ? whoIs(peak) : whereIs(profile.grid, peak, moments);
  return freshIncident(context, {
    id: incidentId(sourceId, kinds[0], startSeconds),
    startSeconds,
    endSeconds,
    peakSeconds: peak.moment.record.seconds,
    score: scoreOf(peak.fused, budget.thresholdSurprise),
    pValue: pValueOf(peak.fused),
    severity: severityOf(peak.fused, budget.thresholdSurprise),
    kinds,
    title: titleOf(context, kinds[0], peak, tracks),
    evidence,
    boundingBoxes: box ? [box] : [],
    tracks,
    flowArrows: arrowsOf(profile.grid, peak),
    skeletons: skeletonsOf(peak.moment.record.people ?? [], peak.moment.record.seconds, box),
    appearance: looks === null ? null : appearanceText(looks),
  });
}

/** Where the person is whose posture or limbs are unusual. */
function whoIs({ moment, limbs, posture }: CalibratedMoment): { box: BoundingBox | null; tracks: IncidentTrack[] } {
  const personId = limbs > posture ? moment.limbsPersonId : moment.posturePersonId;
  return { box: moment.record.people?.find(({ id }) => id === personId)?.box ?? null, tracks: [] };
}

/** Where the peak's strongest cells are: the track there, or the cells themselves. */
function whereIs(
  grid: FeatureGrid,
  peak: CalibratedMoment,
  moments: readonly CalibratedMoment[],
): { box: BoundingBox | null; tracks: IncidentTrack[] } {
  const { movementCells, whereCells, record } = peak.moment;
  const cells = peak.where > peak.movement && whereCells.length > 0 ? whereCells : movementCells;
  if (cells.length === 0) return { box: null, tracks: [] };
  const votes = record.tracks
    .map((track) => ({ track, hits: cells.filter((cell) => contains(track.box, cellCentre(grid, cell.cell))).length }))
    .filter(({ hits }) => hits > 0)
    .toSorted((a, b) => b.hits - a.hits || a.track.box.width * a.track.box.height - b.track.box.width * b.track.box.height);
  const best = votes.at(0)?.track;
  if (!best)
    return {
      box: cellsBox(
        grid,
        cells[0].cell,
        cells.map(({ cell }) => cell),
      ),
      tracks: [],
    };
  const path = moments.flatMap(({ moment }) => {
    const seen = moment.record.tracks.find((track) => track.id === best.id);
    return seen ? [{ seconds: moment.record.seconds, box: seen.box }] : [];
  });
  return { box: best.box, tracks: [{ trackId: best.id, label: best.label, path }] };
}

function contains(box: BoundingBox, { x, y }: { x: number; y: number }): boolean {
  return x >= box.left && x <= box.left + box.width && y >= box.top && y <= box.top + box.height;
}

/** Box around the strongest cell and those of the others that are within three cells of it. */
function cellsBox(grid: FeatureGrid, first: number, cells: readonly number[]): BoundingBox {
  const at = (cell: number): [number, number] => [cell % grid.columns, Math.floor(cell / grid.columns)];
  const [firstColumn, firstRow] = at(first);
  const near = cells.filter((cell) => Math.abs(at(cell)[0] - firstColumn) <= 3 && Math.abs(at(cell)[1] - firstRow) <= 3);
  const centres = near.map((cell) => cellCentre(grid, cell));
  const [halfWidth, halfHeight] = [cellStepHeights / grid.aspect, cellStepHeights];
  const left = Math.max(0, Math.min(...centres.map(({ x }) => x)) - halfWidth);
  const top = Math.max(0, Math.min(...centres.map(({ y }) => y)) - halfHeight);
  return {
    left,
    top,
    width: Math.min(1, Math.max(...centres.map(({ x }) => x)) + halfWidth) - left,
    height: Math.min(1, Math.max(...centres.map(({ y }) => y)) + halfHeight) - top,
  };
}

function arrowsOf(grid: FeatureGrid, { moment }: CalibratedMoment): Incident['flowArrows'] {
  const { motion } = moment.record;
  if (!motion) return [];
  const arrows = Array.from(motion.cells, (cell, i) => ({
    ...cellCentre(grid, cell),
    dx: motion.velocityX[i] / grid.aspect,
    dy: motion.velocityY[i],
    speed: Math.hypot(motion.velocityX[i], motion.velocityY[i]),
  }));
  return arrows
    .filter(({ speed }) => speed > 0.02)
    .toSorted((a, b) => b.speed - a.speed)
    .slice(0, mostArrows)
    .map(({ x, y, dx, dy }) => ({ x, y, dx, dy }));
}

function titleOf(context: IncidentContext, kind: IncidentKind, peak: CalibratedMoment, tracks: readonly IncidentTrack[]): string {
  const label = tracks.at(0)?.label ?? null;
  const thing = label === null ? 'Something' : `A ${label.toLowerCase()}`;
  switch (kind) {
    case 'motion.speed': {
      const speed = Math.max(0, ...peak.moment.movementCells.map((cell) => cell.speed));
      const ratio = speed / Math.max(1e-6, context.sketches.speed.quantile(0.99));
      return `${thing} moves unusually fast${ratio > 1.05 ? `: ${figure(ratio)} times as fast as 99 of 100 normal movements` : ''}`;
    }
    case 'motion.place':
      return `${thing} moves where things hardly ever move`;
    case 'motion.direction':
      return `${thing} moves against the usual direction`;
    case 'pose.unusual':
      return 'Somebody moves or holds their body unlike what is normal here';
    case 'audio.loud':
      return `Unusually loud: ${figure(peak.moment.loudness)} dB above what is usual here`;
    case 'audio.unusual':
      return 'Sounds unlike what is normal here';
    case 'crowd.surge':
      return `Unusually many things move at once: ${peak.moment.crowd}`;
    default:
      return `${thing === 'Something' ? 'Something' : thing} that looks or moves unlike what is normal here`;
  }
}
