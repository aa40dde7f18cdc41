import { fileURLToPath } from 'node:url';

/** Folder that the built pages are in. */
export const distFolder: string = fileURLToPath(new URL('../dist', import.meta.url));
