import { VigilError } from '@vigil/contracts';
import { printable } from './output/printable.ts';

/** What ended a command, as the user gets to see it. A run that was cancelled says so, whatever broke on the way out. */
export function asUserError(error: unknown, signal: AbortSignal): VigilError {
  if (signal.aborted && signal.reason instanceof VigilError) return signal.reason;
  if (error instanceof VigilError) return error;
  const words = error instanceof Error ? error.message : String(error);
  return new VigilError('internal', `internal error: ${words}; run with VIGIL_DEBUG=1 for details and report them`, {}, error);
}

/** The lines for standard error: one, and with `debug` the stacks of it and its causes. */
export function errorText(error: VigilError, debug: boolean): string {
  const line = `vigil: ${printable(error.message.replace(/\s*[\r\n]+\s*/g, ' '))}\n`;
  if (!debug) return line;
  const stacks: string[] = [];
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) stacks.push(cause.stack ?? cause.message);
  return `${line}${stacks.join('\ncaused by ')}\n`;
}
