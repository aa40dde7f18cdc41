import { VigilError } from '@vigil/contracts';

/**
 * Checks the name of a profile, which is also the name of its folder.
 *
 * @throws VigilError `bad-request`
 */
export function parseProfileName(text: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(text)) return text;
  throw new VigilError(
    'bad-request',
    `--profile ${JSON.stringify(text)} is no profile name; use 1 to 64 letters, digits, dots, dashes and underscores, beginning with a letter or digit`,
    { profile: text },
  );
}
