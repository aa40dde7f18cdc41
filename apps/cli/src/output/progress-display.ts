import { progressBar, progressLine, type ProgressState } from './progress-text.ts';

/** How progress is shown: a bar on a terminal and nothing elsewhere, a line a change for programs, or not at all. */
export type ProgressMode = 'auto' | 'lines' | 'none';

/** The part of a stream that a display writes to. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const shortestIntervalMs = 100;
const eraseLine = '\r\u001B[2K';

/** Shows how far a run is. Other text for the same stream goes through {@link ProgressDisplay.above}, so that the bar stays whole. */
export class ProgressDisplay implements Disposable {
  readonly #stream: ProgressStream;
  readonly #mode: 'bar' | 'lines' | 'none';
  #shown = '';
  #shownAtMs = -Infinity;

  constructor(stream: ProgressStream, mode: ProgressMode) {
    this.#stream = stream;
    this.#mode = mode === 'auto' ? (stream.isTTY === true ? 'bar' : 'none') : mode;
  }

  /** Shows the state, unless it was shown a moment ago or reads the same. */
  update(state: ProgressState): void {
    if (this.#mode === 'bar') this.#updateBar(state);
    if (this.#mode === 'lines') this.#updateLines(state);
  }

  /** Writes whole lines above the bar. */
  above(text: string): void {
    this.clear();
    this.#stream.write(`${text}\n`);
  }

  /** Takes the bar away. */
  clear(): void {
    if (this.#mode === 'bar' && this.#shown !== '') this.#stream.write(eraseLine);
    this.#shown = '';
  }

  [Symbol.dispose](): void {
    this.clear();
  }

  #updateBar(state: ProgressState): void {
    const nowMs = performance.now();
    if (nowMs - this.#shownAtMs < shortestIntervalMs) return;
    const text = progressBar(state, this.#stream.columns ?? 80);
    if (text === this.#shown) return;
    this.#stream.write(`${eraseLine}${text}`);
    this.#shown = text;
    this.#shownAtMs = nowMs;
  }

  #updateLines(state: ProgressState): void {
    const key = `${state.file}\n${state.stage}\n${Math.floor(100 * (state.share ?? state.mediaSeconds / (state.totalSeconds ?? 100)))}`;
    if (key === this.#shown) return;
    this.#shown = key;
    this.#stream.write(`progress: ${progressLine(state)}\n`);
  }
}
