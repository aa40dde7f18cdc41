/** Where `vigil analyse` writes if the user names no folder: a folder a video in it. */
export const defaultOutputFolder = 'vigil-out';

/** Where `vigil demo` writes if the user names no folder. */
export const defaultDemoFolder = 'vigil-demo';
