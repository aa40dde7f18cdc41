import { VigilError } from '@vigil/contracts';
import { type MediaArea, mediaAreas } from '../media-store.ts';

/** One part of a key: no hidden name, none that leads elsewhere, none that a file system cannot hold. */
const part = /^[a-z0-9_-][a-z0-9_.-]{0,199}$/;

/** Longest key, characters. */
const longestKey = 512;

/**
 * The parts of a key: its area first, and at least one below it.
 *
 * @throws VigilError `bad-request` for a text that is no key
 */
export function partsOfKey(key: string): readonly [MediaArea, ...string[]] {
  const parts = partsOfPrefix(key);
  if (parts.length < 2) throw notAKey(key);
  return parts;
}

/**
 * The parts of a key or of an area alone.
 *
 * @throws VigilError `bad-request` for a text that is neither
 */
export function partsOfPrefix(prefix: string): readonly [MediaArea, ...string[]] {
  const [first, ...rest] = prefix.split('/');
  const area = mediaAreas.find((name) => name === first);
  if (area === undefined || prefix.length > longestKey || !rest.every((name) => part.test(name))) throw notAKey(prefix);
  return [area, ...rest];
}

function notAKey(key: string): VigilError {
  const shown = JSON.stringify(key.slice(0, 100));
  const areas = mediaAreas.join(', ');
  const message = `${shown}: no key of the media store; one is an area (${areas}) and lower-case names below it, at most ${longestKey} characters`;
  return new VigilError('bad-request', message, { key: key.slice(0, longestKey) });
}
