import type { EvaluationProgress } from '@vigil/evaluation';
import type { AnalysisProgress } from '@vigil/pipeline';
import type { FromAnalysisProcess, ToAnalysisProcess } from './messages.ts';

/** Least time between two messages on progress in one stage. */
const progressIntervalMs = 200;

/** An analysis process's end of its channel. */
export class SupervisorLink {
  #lastProgressMs = -Infinity;
  #lastStage: string | null = null;

  /** @param onGone Called when the supervisor is no more. */
  constructor(onMessage: (message: ToAnalysisProcess) => void, onGone: () => void) {
    process.on('message', onMessage);
    process.once('disconnect', onGone);
  }

  /** Sends a message; done when it is on its way. */
  async send(message: FromAnalysisProcess): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    // a supervisor that is gone is noticed by `disconnect`
    process.send?.(message, undefined, undefined, () => resolve());
    await promise;
  }

  /** Tells how far the work is, now and then. */
  progress(told: AnalysisProgress | EvaluationProgress): void {
    const { stage, mediaSeconds, totalSeconds, timesRealTime, secondsLeft } = told;
    const nowMs = performance.now();
    if (stage === this.#lastStage && nowMs - this.#lastProgressMs < progressIntervalMs) return;
    this.#lastProgressMs = nowMs;
    this.#lastStage = stage;
    const progress = { stage, mediaSeconds: Math.max(0, mediaSeconds), totalSeconds, timesRealTime, secondsLeft };
    const course = 'share' in told ? { share: told.share, clip: told.clip } : {};
    void this.send({ type: 'progress', progress: { ...progress, ...course } });
  }
}
