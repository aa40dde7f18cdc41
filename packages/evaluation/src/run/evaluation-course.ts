import { basename } from 'node:path';
import type { DatasetClip } from '@vigil/contracts';
import type { AnalysisProgress, ProgressListener } from '@vigil/pipeline';

/** How far an evaluation is, over all of its clips. */
export interface EvaluationProgress extends Omit<AnalysisProgress, 'stage'> {
  /** As of an analysis; `learn`: what is normal is worked out from the clips that were read. */
  readonly stage: AnalysisProgress['stage'] | 'learn';
  /** Footage of all clips that is done, seconds. */
  readonly mediaSeconds: number;
  /** Footage of all clips; null where the data set does not say how long each is. */
  readonly totalSeconds: number | null;
  /** What is done of the whole evaluation, 0 to 1; it never falls. By footage, or by clips where not all lengths are known. */
  readonly share: number;
  /** The clip that is worked on, counted from 1, those that are learned from first; null while none is. */
  readonly clip: { readonly number: number; readonly of: number } | null;
}

/** Takes reports on how far an evaluation is. */
export type EvaluationListener = (progress: EvaluationProgress) => void;

/** Working out what is normal weighs so much beside reading the clips for it. */
const learningShare = 0.05;

/** A first report of a clip at most so far in means that it is read from its start, and does not go on where another run stopped; seconds. */
const freshSeconds = 2;

/** What a course is made with. */
export interface CourseOptions {
  /** Clips that are learned from, in their order. */
  readonly train: readonly DatasetClip[];
  /** Clips that are scored, in their order. */
  readonly test: readonly DatasetClip[];
  readonly listener: EvaluationListener | undefined;
  /** Time that passes, milliseconds. */
  readonly nowMs?: (() => number) | undefined;
}

/** Makes one course from 0 to 1 of the reports on single clips. */
export class EvaluationCourse {
  readonly #listener: EvaluationListener | undefined;
  readonly #nowMs: () => number;
  readonly #startedMs: number;
  readonly #clips: readonly DatasetClip[];
  readonly #trainClips: number;
  /** Length of each clip; null unless all are known. */
  readonly #seconds: readonly number[] | null;
  readonly #learningWeight: number;
  readonly #totalWeight: number;
  /** The clip that is worked on; all before it are done. */
  #at = 0;
  #within: Pick<AnalysisProgress, 'mediaSeconds' | 'totalSeconds'> = { mediaSeconds: 0, totalSeconds: null };
  #learned = 0;
  /** Lengths of the clips that are done, as far as they were told. */
  #doneSeconds = 0;
  #share = 0;
  /** What this run itself worked off, without what an earlier one left. */
  #worked = { share: 0, mediaSeconds: 0 };

  constructor({ train, test, listener, nowMs = () => performance.now() }: CourseOptions) {
    this.#listener = listener;
    this.#nowMs = nowMs;
    this.#startedMs = nowMs();
    this.#clips = [...train, ...test];
    this.#trainClips = train.length;
    const lengths = this.#clips.map(({ durationSeconds }) => durationSeconds ?? null);
    this.#seconds = lengths.every((length) => length !== null && length > 0) ? (lengths as number[]) : null;
    this.#learningWeight = learningShare * this.#weightOf(0, train.length);
    this.#totalWeight = this.#weightOf(0, this.#clips.length) + this.#learningWeight;
  }

  /** Takes reports of learning: of the clips that are read for it, one after the other, and of what follows. */
  readonly learning: ProgressListener = (progress) => {
    if (progress.stage === 'score') {
      while (this.#at < this.#trainClips) this.clipDone();
      this.#learned = progress.totalSeconds ? Math.min(1, progress.mediaSeconds / progress.totalSeconds) : 0;
      return this.#report({ ...progress, stage: 'learn' }, null);
    }
    // clips that an earlier run has read are passed over without a word
    const next = this.#clips.findIndex(({ file }, i) => i >= this.#at && basename(file) === progress.file);
    while (this.#at < next) this.clipDone();
    this.reading(progress);
  };

  /** Takes reports of the clip that is worked on. */
  readonly reading: ProgressListener = (progress) => {
    const isFirst = this.#within.mediaSeconds === 0;
    const before = { share: this.#share, mediaSeconds: this.#within.mediaSeconds };
    const { mediaSeconds, totalSeconds } = progress;
    this.#within = { mediaSeconds, totalSeconds };
    this.#share = Math.max(this.#share, this.#doneShare());
    if (!isFirst || mediaSeconds <= freshSeconds) {
      this.#worked.share += this.#share - before.share;
      this.#worked.mediaSeconds += Math.max(0, mediaSeconds - before.mediaSeconds);
    }
    this.#report(progress, { number: this.#at + 1, of: this.#clips.length });
  };

  /** The clip that is worked on is done; the next one begins. @param seconds Its length as it was found, where the data set does not say it */
  clipDone(seconds?: number): void {
    this.#doneSeconds += this.#clips[this.#at].durationSeconds ?? seconds ?? this.#within.totalSeconds ?? 0;
    this.#at += 1;
    this.#within = { mediaSeconds: 0, totalSeconds: null };
  }

  /** Reports that the clips that are learned from are done with. */
  learned(): void {
    while (this.#at < this.#trainClips) this.clipDone();
    this.#learned = 1;
  }

  /** Reports that all is done. @param file What the evaluation is called */
  end(file: string): void {
    this.#report({ stage: 'score', file }, null);
  }

  #report(from: Pick<EvaluationProgress, 'stage' | 'file'>, clip: EvaluationProgress['clip']): void {
    this.#share = Math.max(this.#share, this.#doneShare());
    const elapsed = (this.#nowMs() - this.#startedMs) / 1000;
    const sharePerSecond = elapsed > 0 ? this.#worked.share / elapsed : 0;
    const total = this.#seconds?.reduce((sum, seconds) => sum + seconds, 0) ?? null;
    const done = this.#doneSeconds + this.#within.mediaSeconds;
    this.#listener?.({
      stage: from.stage,
      file: from.file,
      mediaSeconds: total === null ? done : Math.min(total, done),
      totalSeconds: total,
      timesRealTime: elapsed > 0 ? this.#worked.mediaSeconds / elapsed : 0,
      secondsLeft: sharePerSecond > 0 ? (1 - this.#share) / sharePerSecond : null,
      share: this.#share,
      clip,
    });
  }

  #weightOf(from: number, to: number): number {
    return this.#seconds?.slice(from, to).reduce((sum, seconds) => sum + seconds, 0) ?? to - from;
  }

  #doneShare(): number {
    const { mediaSeconds, totalSeconds } = this.#within;
    const length = totalSeconds ?? this.#seconds?.[this.#at] ?? null;
    const within =
      length === null || length <= 0 ? 0 : Math.min(1, mediaSeconds / length) * this.#weightOf(this.#at, this.#at + 1);
    const done = this.#weightOf(0, this.#at) + within + this.#learned * this.#learningWeight;
    return this.#totalWeight > 0 ? Math.min(1, done / this.#totalWeight) : 0;
  }
}
