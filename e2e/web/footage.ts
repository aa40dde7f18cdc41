import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const clips = fileURLToPath(new URL('../../../shared/data/up-fall/clips/', import.meta.url));

/** Whether the labelled footage is beside the project. */
export const footageIsThere: boolean = existsSync(clips);

/** Somebody falls forward, 10 s. */
export const fall: string = `${clips}activity01-trial1-camera1.mp4`;

/** Somebody walks before the same camera, 45 s. */
export const normal: readonly string[] = [`${clips}activity06-trial1-camera1.mp4`];
