import type { ServerContext } from '../server-context.ts';

/** Sends notifications of incidents. */
export function startNotifier(_context: ServerContext): AsyncDisposable {
  return { [Symbol.asyncDispose]: async () => undefined };
}
