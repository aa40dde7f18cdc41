import { type AnalysisResult, modalities } from '@vigil/contracts';
import type { MomentLog, RuleEvent, SenseStates } from '@vigil/detection';

/**
 * Surprise over time as results hold it: a lane for every sense that said anything. Where a rule of the sense found something, its
 * lane is at least as high as the alarm threshold times the event's strength.
 */
export function timelineOf(
  log: MomentLog,
  events: readonly RuleEvent[],
  senses: SenseStates,
  thresholdSurprise: number,
): AnalysisResult['timeline'] {
  const lanes: AnalysisResult['timeline']['modalities'] = {};
  for (const modality of modalities) {
    if (modality === 'appearance' && senses.appearance.state !== 'used') continue;
    const own = events.filter((event) => event.modality === modality);
    const values = log.modalities[modality].map((value, i) => {
      const found = own.filter(({ startSeconds, endSeconds }) => within(log.seconds[i], startSeconds, endSeconds));
      const height = Math.max(
        Number.isNaN(value) ? -Infinity : value,
        ...found.map(({ strength }) => strength * thresholdSurprise),
      );
      return Number.isFinite(height) ? rounded(height, 10_000) : null;
    });
    if (values.some((value) => value !== null)) lanes[modality] = values;
  }
  return {
    seconds: log.seconds.map((value) => rounded(value, 1000)),
    fused: log.fused.map((value) => rounded(value, 10_000)),
    modalities: lanes,
  };
}

function within(seconds: number, startSeconds: number, endSeconds: number): boolean {
  return seconds >= startSeconds - 0.1 && seconds <= endSeconds + 0.1;
}

function rounded(value: number, steps: number): number {
  return Math.round(value * steps) / steps;
}
