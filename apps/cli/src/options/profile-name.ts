import { VigilError } from '@vigil/contracts';

/**
 * Checks the name of a profile, which is also the name of its folder.
 *
 * @throws VigilError `bad-request`
 */
export function parseProfileName(text: string): string {
  if (/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u.test(text)) return text;
  throw new VigilError(
    'bad-request',
    `--profile ${JSON.stringify(text)} is no profile name; use 1 to 64 letters, digits, dots, dashes and underscores, beginning with a letter or digit`,
    { profile: text },
  );
}
