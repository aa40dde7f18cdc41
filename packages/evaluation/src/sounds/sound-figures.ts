import type { IncidentKind } from '@vigil/contracts';
import type { KindScore } from '../metrics/classification.ts';
import { type ExpectedKinds, expectedKinds } from './expected-kinds.ts';

/** What was heard in one labelled clip. */
export interface HeardClip {
  readonly label: string;
  readonly kinds: readonly IncidentKind[];
}

/** What was heard in the clips of one label. */
export interface HeardByLabel {
  readonly label: string;
  readonly clips: number;
  /** The kind to be found; null where none need be, or where nothing is known of the label. */
  readonly expected: IncidentKind | null;
  /** Kinds that are right in these clips, that one among them; and kinds that are neither right nor false. */
  readonly right: readonly IncidentKind[];
  readonly fair: readonly IncidentKind[];
  /** Why; null where nothing is known of the label. */
  readonly reason: string | null;
  /** Clips in which each kind was heard. */
  readonly heard: Readonly<Partial<Record<IncidentKind, number>>>;
}

/** What was heard in a data set of sounds, clip by clip. */
export interface SoundEvaluation {
  /** Clips in which some kind is to be found, and those of them in which one that is right was. */
  readonly expectedClips: number;
  readonly foundClips: number;
  /** Clips in which a kind was heard that is neither right nor fair. */
  readonly falseClips: number;
  readonly byLabel: readonly HeardByLabel[];
}

/** Figures of a data set of sounds. */
export interface SoundFigures {
  readonly perKind: Readonly<Record<string, KindScore>>;
  readonly sounds: SoundEvaluation;
  /** Labels that nothing is known of; their clips do not count. */
  readonly unknownLabels: readonly string[];
}

/**
 * Precision and recall of each kind over clips. A clip is found for a kind that was heard and is right in it; missed for the
 * kind to be found where nothing right was heard; false for a kind that was heard and is neither right nor fair.
 */
export function soundFigures(clips: readonly HeardClip[]): SoundFigures {
  const known = clips.flatMap((clip) => {
    const expected = expectedKinds(clip.label);
    return expected === null ? [] : [judge(clip.kinds, expected)];
  });
  const kinds = [...new Set(known.flatMap(({ right, wrong, missed }) => [...right, ...wrong, ...missed]))].toSorted();
  const labels = [...new Set(clips.map(({ label }) => label))];
  const scoreOfKind = (kind: IncidentKind): KindScore => {
    const count = (pick: (clip: JudgedClip) => readonly IncidentKind[]): number =>
      known.filter((clip) => pick(clip).includes(kind)).length;
    return scoreOf(
      count(({ right }) => right),
      count(({ missed }) => missed),
      count(({ wrong }) => wrong),
      known.length,
    );
  };
  return {
    perKind: Object.fromEntries(kinds.map((kind) => [kind, scoreOfKind(kind)])),
    sounds: {
      expectedClips: known.filter(({ isExpected }) => isExpected).length,
      foundClips: known.filter(({ isExpected, right }) => isExpected && right.length > 0).length,
      falseClips: known.filter(({ wrong }) => wrong.length > 0).length,
      byLabel: labels.map((label) => heardIn(label, clips)),
    },
    unknownLabels: labels.filter((label) => expectedKinds(label) === null),
  };
}

interface JudgedClip {
  readonly isExpected: boolean;
  readonly right: readonly IncidentKind[];
  readonly wrong: readonly IncidentKind[];
  readonly missed: readonly IncidentKind[];
}

function judge(kinds: readonly IncidentKind[], expected: ExpectedKinds): JudgedClip {
  const accepted = rightKinds(expected);
  const right = kinds.filter((kind) => accepted.includes(kind));
  return {
    isExpected: expected.kind !== null,
    right,
    wrong: kinds.filter((kind) => !accepted.includes(kind) && !expected.fair.includes(kind)),
    missed: expected.kind !== null && right.length === 0 ? [expected.kind] : [],
  };
}

function rightKinds({ kind, alsoRight }: ExpectedKinds): IncidentKind[] {
  return kind === null ? [...alsoRight] : [kind, ...alsoRight];
}

function scoreOf(found: number, missed: number, wrong: number, clips: number): KindScore {
  const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
  return {
    precision: ratio(found, found + wrong),
    recall: ratio(found, found + missed),
    f1: ratio(2 * found, 2 * found + wrong + missed),
    truePositives: found,
    falsePositives: wrong,
    falseNegatives: missed,
    trueNegatives: clips - found - wrong - missed,
  };
}

function heardIn(label: string, all: readonly HeardClip[]): HeardByLabel {
  const clips = all.filter((clip) => clip.label === label);
  const expected = expectedKinds(label);
  const heard: Partial<Record<IncidentKind, number>> = {};
  for (const kind of clips.flatMap(({ kinds }) => kinds)) heard[kind] = (heard[kind] ?? 0) + 1;
  return {
    label,
    clips: clips.length,
    expected: expected?.kind ?? null,
    right: expected === null ? [] : rightKinds(expected),
    fair: expected?.fair ?? [],
    reason: expected?.reason ?? null,
    heard,
  };
}
