import { VigilError } from '@vigil/contracts';

const mostScenes = 1000;

/**
 * Reads how many scenes the demo makes.
 *
 * @throws VigilError `bad-request`
 */
export function parseSceneCount(text: string): number {
  const scenes = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (scenes >= 1 && scenes <= mostScenes) return scenes;
  const message = `--scenes ${JSON.stringify(text)} is no number of scenes; write a whole number from 1 to ${mostScenes}`;
  throw new VigilError('bad-request', message, { scenes: text });
}
