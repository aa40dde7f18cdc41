import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const clips = fileURLToPath(new URL('../../../shared/data/up-fall/clips/', import.meta.url));

/** Whether the labelled footage is beside the project. */
export const footageIsThere: boolean = existsSync(clips);

/** Somebody falls forward, 10 s. */
export const fall: string = `${clips}activity01-trial1-camera1.mp4`;

/** Somebody walks, stands, sits down and picks something up, before the same camera. */
export const normal: readonly string[] = ['06', '07', '08', '09'].map(
  (activity) => `${clips}activity${activity}-trial1-camera1.mp4`,
);
