import type { CalibrationSketch } from '../calibration/calibration-sketch.ts';
import type { FeatureGrid } from '../features/feature-grid.ts';
import type { FeatureSource } from '../features/feature-record.ts';
import type { RuleEvent } from '../incidents/rule-event.ts';
import { ExemplarIndex } from '../nearest/exemplar-index.ts';
import { ExemplarCollector } from './exemplar-set.ts';
import {
  countLabels,
  type LearningSource,
  movingCells,
  noteTracks,
  offerExemplars,
  segmentIn,
  segmentLength,
} from './learning-source.ts';
import { learnFusions } from './learn-fusions.ts';
import { learnSound } from './learn-sound.ts';
import { keepFastest, measureCells, measureDistances, medianDistanceOf } from './measure-cells.ts';
import {
  type NormalityProfile,
  openSketch,
  profileFormatVersion,
  sketchNames,
  sketchValues,
  type SketchName,
} from './normality-profile.ts';
import { addRuleEvents } from '../rules/rule-record.ts';
import { scoreSound } from '../scoring/score-sound.ts';
import { momentSeconds } from '../scoring/sound-scores.ts';
import { SpeedNormality } from '../scoring/speed-normality.ts';
import { addPlaces, countMoment, emptyPlaces, type PlaceStatistics } from './place-statistics.ts';
import { fuseScores, momentScoreNames, scoreMoments, sketchOf, type MomentScores } from './score-moments.ts';

/** What is to be learned. */
export interface LearnRequest {
  readonly name: string;
  readonly grid: FeatureGrid;
  /** Version of the appearance model; null where there was none. */
  readonly detectorVersion: string | null;
  /** Version of the pose model; null or left out where there was none. */
  readonly poseVersion?: string | null | undefined;
  /** Footage that the user calls normal; each source is read four times. */
  readonly sources: readonly FeatureSource[];
  /** What the rules found in these sources. */
  readonly ruleEvents?: readonly RuleEvent[] | undefined;
  /** The profile to extend; null for a new one. */
  readonly previous: NormalityProfile | null;
  /** Called after each step with the share of the work that is done, 0 to 1; may throw to cancel. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/** A profile, and what is needed to measure the footage it was just learned from without itself. */
export interface LearnedProfile {
  readonly profile: NormalityProfile;
  /** Segment of a moment of the given source, counted as in the request. */
  segmentOf(source: number, seconds: number): number;
  /** Places as all footage but that segment shows them. */
  placesWithout(segment: number): PlaceStatistics;
}

/**
 * Learns what is normal, in bounded memory. First everything is collected (exemplars, places, tracks); then the moving cells
 * are measured and calibrated, then the moments and their peaks; each segment is measured without itself, so that the
 * calibration tells how new normal footage will score.
 *
 * @throws whatever `onProgress` or a source throws
 */
export async function learnProfile(request: LearnRequest): Promise<LearnedProfile> {
  const { grid, previous } = request;
  const collected = await collect(request);
  const { sources, exemplars, segments } = collected;
  request.onProgress?.(0.25);

  const index = request.detectorVersion === null || exemplars.segments.length === 0 ? null : new ExemplarIndex(exemplars.vectors);
  if (index) {
    for (const [number, source] of sources.entries()) {
      await measureDistances(source, index, exemplars);
      request.onProgress?.(0.25 + (0.25 * (number + 1)) / sources.length);
    }
  }
  const places = [...segments.values()].reduce((sum, part) => addPlaces(sum, part), previous?.places ?? emptyPlaces(grid));
  const placesWithout = withoutSegment(places, segments);
  const tracks = (previous?.tracks ?? 0) + sources.reduce((sum, source) => sum + source.tracks.size, 0);
  const labels = countLabels(sources, previous?.labels ?? {});
  const cells = await measureCells(grid, sources, medianDistanceOf(sources) || (previous?.medianDistance ?? 0));
  request.onProgress?.(0.6);

  const sketches: Partial<Record<SketchName, CalibrationSketch>> = {};
  const add = (name: SketchName, values: ArrayLike<number>): CalibrationSketch => {
    const own = sketchValues(name, values);
    return (sketches[name] = previous ? openSketch(name, previous.sketches[name]).merge(own) : own);
  };
  const speedBands = cells.bandSpeeds.map((values, band) => {
    const own = sketchValues('speed', values.toArray());
    return previous ? openSketch('speed', previous.speedBands[band]).merge(own) : own;
  });
  const normality = {
    grid,
    speed: new SpeedNormality(grid, add('speed', cells.speeds.toArray()), speedBands),
    distance: index ? add('distance', cells.distances.toArray()) : null,
    medianDistance: cells.medianDistance,
    tracks,
    labels,
  };
  if (!index) add('distance', []);
  const dwell = sources.flatMap((source) => [...source.tracks.values()].map(({ dwellSeconds }) => dwellSeconds));
  add('dwell', dwell);

  const sound = await learnSound(sources, previous?.sound ?? null);
  const scores: MomentScores[] = [];
  for (const [number, source] of sources.entries()) {
    const heard = await scoreSound(source.source.sound, sound, (seconds) => segmentIn(source, seconds));
    const own = {
      ...normality,
      placesFor: (record: { seconds: number }) => placesWithout(segmentIn(source, record.seconds)),
      distancesFor: (record: { index: number }) => source.distances[record.index] ?? null,
      soundFor: (record: { seconds: number }) => heard?.at(record.seconds, momentSeconds) ?? null,
    };
    scores.push(await scoreMoments(source, own));
    request.onProgress?.(0.6 + (0.4 * (number + 1)) / sources.length);
  }
  const momentSketches = Object.fromEntries(
    momentScoreNames.map((name) => [name, sketchOf(scores, name, (values) => add(name, values))]),
  ) as Record<(typeof momentScoreNames)[number], CalibrationSketch>;
  const fusedScores = scores.map((part) => fuseScores(momentSketches, part, index !== null));
  const fused = add(
    'fused',
    fusedScores.flatMap(({ picture }) => [...picture]),
  );
  const fusions = learnFusions(
    fusedScores.map((part, number) => ({ scores: part, senses: sources[number].senses, seconds: sources[number].seconds })),
    fused,
    previous?.fusions ?? null,
  );

  const profile: NormalityProfile = {
    formatVersion: profileFormatVersion,
    name: request.name,
    revision: (previous?.revision ?? 0) + 1,
    grid,
    detectorVersion: index ? request.detectorVersion : (previous?.detectorVersion ?? null),
    poseVersion: request.poseVersion ?? previous?.poseVersion ?? null,
    sources: [
      ...(previous?.sources ?? []),
      ...sources.map(({ source: { name, id }, seconds }) => ({ name, ...(id === undefined ? {} : { id }), seconds })),
    ],
    calibrationSeconds: (previous?.calibrationSeconds ?? 0) + sources.reduce((sum, { seconds }) => sum + seconds, 0),
    segments: collected.nextSegment,
    exemplars,
    medianDistance: cells.medianDistance,
    places,
    tracks,
    labels,
    stationaryEvents: collected.stationaryEvents,
    ruleEvents: addRuleEvents(previous?.ruleEvents ?? {}, request.ruleEvents ?? []),
    sketches: Object.fromEntries(
      sketchNames.map((name) => [name, (sketches[name] ?? sketchValues(name, [])).toData()]),
    ) as NormalityProfile['sketches'],
    speedBands: speedBands.map((sketch) => sketch.toData()),
    fusions,
    sound,
    fastest: cells.fastest.reduce(keepFastest, [...(previous?.fastest ?? [])]),
  };
  return { profile, segmentOf: (source, seconds) => segmentIn(sources[source], seconds), placesWithout };
}

async function collect({ grid, previous, sources: given }: LearnRequest) {
  const collector = new ExemplarCollector(previous?.exemplars);
  const segments = new Map<number, PlaceStatistics>();
  const sources: LearningSource[] = [];
  const firstSource = previous?.sources.length ?? 0;
  let nextSegment = previous?.segments ?? 0;
  let stationaryEvents = previous?.stationaryEvents ?? 0;
  for (const [number, source] of given.entries()) {
    const own: LearningSource = {
      source,
      segmentSeconds: segmentLength(source),
      firstSegment: nextSegment,
      startSeconds: NaN,
      seconds: 0,
      senses: { pose: false, sound: source.sound?.track.state === 'used' },
      distances: [],
      tracks: new Map(),
    };
    let last = NaN;
    for await (const record of source.records()) {
      if (Number.isNaN(last)) own.startSeconds = record.seconds;
      else if (record.seconds - last < 2) own.seconds += record.seconds - last;
      last = record.seconds;
      if (record.people !== null) own.senses = { ...own.senses, pose: true };
      const segment = segmentIn(own, record.seconds);
      nextSegment = Math.max(nextSegment, segment + 1);
      const places = segments.get(segment) ?? emptyPlaces(grid);
      segments.set(segment, places);
      countMoment(grid, places, movingCells(record));
      offerExemplars(collector, record, { segment, source: firstSource + number, name: source.name });
      noteTracks(own, record);
      stationaryEvents += record.stationaryStarted.length;
    }
    sources.push(own);
  }
  return { sources, segments, exemplars: collector.finish(), nextSegment, stationaryEvents };
}

/** Remembers the last answer: moments of one segment come one after the other. */
function withoutSegment(
  all: PlaceStatistics,
  segments: ReadonlyMap<number, PlaceStatistics>,
): (segment: number) => PlaceStatistics {
  let last: { segment: number; places: PlaceStatistics } | null = null;
  return (segment) => {
    if (last?.segment !== segment) {
      const own = segments.get(segment);
      last = { segment, places: own ? addPlaces(all, own, -1) : all };
    }
    return last.places;
  };
}
