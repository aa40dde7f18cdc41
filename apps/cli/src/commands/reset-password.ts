import { existsSync } from 'node:fs';
import { VigilError } from '@vigil/contracts';
import { resetLostPassword } from '@vigil/server/accounts';
import { openConfiguredStore } from '../backup/open-configured-store.ts';
import { type CommandContext, print, printJson } from '../command-context.ts';

/** What the user asked for. */
export interface ResetPasswordOptions {
  readonly email: string;
  readonly json?: boolean | undefined;
}

/** Gives a user of the services a new password and shows it; the services may run meanwhile. */
export async function resetPassword(context: CommandContext, { email, json }: ResetPasswordOptions): Promise<number> {
  const { mongoUrl, mongoUrlFile, databaseFile } = context.configuration;
  // opening it would make an empty one, in which nobody is found
  if (mongoUrl === null && mongoUrlFile === null && !existsSync(databaseFile))
    throw new VigilError(
      'not-found',
      `There are no accounts at ${JSON.stringify(databaseFile)}: set DATA_DIR as the services have it`,
      {
        path: databaseFile,
      },
    );
  await using store = await openConfiguredStore(context.configuration, false);
  const reset = await resetLostPassword({ store, clock: Date.now }, email);
  if (json === true) {
    printJson(context, reset);
    return 0;
  }
  const { password, disabled, sessionsEnded } = reset;
  print(context, `New password of ${reset.email}, shown this once: ${password}`);
  print(context, `Sessions ended: ${sessionsEnded}`);
  if (disabled) print(context, 'The user is disabled: an administrator has to enable it before it can sign in.');
  return 0;
}
