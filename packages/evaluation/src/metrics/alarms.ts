/** A stretch of media time, seconds. */
export interface TimeRange {
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/** Labelled and alarmed stretches of one clip. */
export interface AlarmedClip {
  readonly labelled: readonly TimeRange[];
  readonly alarms: readonly TimeRange[];
  readonly durationSeconds: number;
}

/** How soon labelled events raise an alarm. */
export interface DetectionDelays {
  /** One entry a detected event, seconds, in order of clips and events. */
  readonly delaysSeconds: readonly number[];
  /** Null where no event was detected. */
  readonly medianSeconds: number | null;
  readonly meanSeconds: number | null;
  readonly detected: number;
  /** Labelled events during which no alarm stood. */
  readonly missed: number;
}

/**
 * Delay of each labelled event: from its first anomalous moment to the first moment at which an alarm stands within it. An
 * alarm that already stands when the event begins has a delay of 0.
 */
export function detectionDelays(clips: readonly AlarmedClip[]): DetectionDelays {
  const delays = clips.flatMap(({ labelled, alarms }) =>
    labelled.map((event) => {
      const during = alarms.filter((alarm) => overlaps(alarm, event));
      return during.length === 0
        ? null
        : Math.max(0, Math.min(...during.map((alarm) => alarm.startSeconds)) - event.startSeconds);
    }),
  );
  const delaysSeconds = delays.filter((delay) => delay !== null);
  const detected = delaysSeconds.length;
  return {
    delaysSeconds,
    medianSeconds: median(delaysSeconds),
    meanSeconds: detected === 0 ? null : delaysSeconds.reduce((sum, delay) => sum + delay, 0) / detected,
    detected,
    missed: delays.length - detected,
  };
}

/**
 * False alarms an hour: alarms that meet no labelled event, divided by the hours of footage outside labelled events.
 *
 * @returns null where all footage is labelled anomalous, so that no alarm could be false
 */
export function falseAlarmsPerHour(clips: readonly AlarmedClip[]): number | null {
  let falseAlarms = 0;
  let normalSeconds = 0;
  for (const { labelled, alarms, durationSeconds } of clips) {
    falseAlarms += alarms.filter((alarm) => !labelled.some((event) => overlaps(alarm, event))).length;
    normalSeconds += durationSeconds - coveredSeconds(labelled, durationSeconds);
  }
  return normalSeconds <= 0 ? null : falseAlarms / (normalSeconds / 3600);
}

/** Whether two stretches share a moment; touching ends count, for alarms can be one frame long. */
function overlaps(a: TimeRange, b: TimeRange): boolean {
  return a.startSeconds <= b.endSeconds && b.startSeconds <= a.endSeconds;
}

function coveredSeconds(ranges: readonly TimeRange[], durationSeconds: number): number {
  const sorted = [...ranges].sort((a, b) => a.startSeconds - b.startSeconds);
  let covered = 0;
  let until = 0;
  for (const range of sorted) {
    const start = Math.max(until, range.startSeconds);
    const end = Math.min(durationSeconds, range.endSeconds);
    if (end > start) covered += end - start;
    until = Math.max(until, end);
  }
  return covered;
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
