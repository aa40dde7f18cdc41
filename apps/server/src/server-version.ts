import { readFileSync } from 'node:fs';

/** Version of this release, as the package says. */
export function readServerVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
  return version;
}
