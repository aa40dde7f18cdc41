import type { Configuration } from './config.ts';
import { ProgressDisplay, type ProgressMode, type ProgressStream } from './output/progress-display.ts';

/** The part of a stream that commands write to. */
export interface OutputStream extends ProgressStream {
  readonly isTTY?: boolean;
}

/** What every command gets. */
export interface CommandContext {
  readonly configuration: Configuration;
  /** For results. */
  readonly stdout: OutputStream;
  /** For everything that is said on the way. */
  readonly stderr: OutputStream;
  /** Aborted once the user wants to stop. */
  readonly signal: AbortSignal;
  /** Version of this release. */
  readonly version: string;
}

/** Prints a result. */
export function print(context: CommandContext, text: string): void {
  context.stdout.write(`${text}\n`);
}

/** Prints a result for programs. */
export function printJson(context: CommandContext, value: unknown): void {
  print(context, JSON.stringify(value, null, 2));
}

/** Whether a stream shows colour. */
export function hasColour(context: CommandContext): boolean {
  return context.stdout.isTTY === true && context.configuration.colour;
}

/** A progress display on standard error. */
export function showProgress(context: CommandContext, mode: ProgressMode): ProgressDisplay {
  return new ProgressDisplay(context.stderr, mode);
}
