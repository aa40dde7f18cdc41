/** How far an analysis is. */
export interface AnalysisProgress {
  /** `extract`: media is read and looked at; `listen`: its sound is heard; `score`: measured against what is normal; `evidence`: pictures and clips are cut. */
  readonly stage: 'extract' | 'listen' | 'score' | 'evidence';
  readonly file: string;
  /** Media time that is done in this stage, seconds. */
  readonly mediaSeconds: number;
  /** Null where the file does not say how long it is. */
  readonly totalSeconds: number | null;
  /** Media seconds worked off in a second; 0 until it is known. */
  readonly timesRealTime: number;
  readonly secondsLeft: number | null;
}

/** Takes progress reports. */
export type ProgressListener = (progress: AnalysisProgress) => void;

/** Makes progress reports for one stage of one file. */
export function progressMeter(
  stage: AnalysisProgress['stage'],
  file: string,
  totalSeconds: number | null,
  listener: ProgressListener | undefined,
): (mediaSeconds: number) => void {
  if (!listener) return () => undefined;
  const started = performance.now();
  let first: number | null = null;
  return (mediaSeconds) => {
    first ??= mediaSeconds;
    const elapsed = (performance.now() - started) / 1000;
    const timesRealTime = elapsed > 0 ? (mediaSeconds - first) / elapsed : 0;
    const secondsLeft =
      totalSeconds !== null && timesRealTime > 0 ? Math.max(0, totalSeconds - mediaSeconds) / timesRealTime : null;
    listener({ stage, file, mediaSeconds, totalSeconds, timesRealTime, secondsLeft });
  };
}
