import type { FileHandle } from './file-handle.ts';
import type { UploadWishes } from './upload-wishes.ts';

/** A file to be uploaded. */
export interface ChosenFile {
  readonly file: File;
  /** Folders that it was chosen with, such as `monday/gate`; empty where it was chosen by itself. */
  readonly folder: string;
  /** How the browser can be asked for it again; undefined where it cannot. */
  readonly handle?: FileHandle | undefined;
}

/** Why an upload does not go on. */
export interface UploadProblem {
  /** Code of `docs/errors.md`, or `unreachable`, `unreadable-here`. */
  readonly code: string;
  /** The server's own words; null where it said nothing. */
  readonly message: string | null;
}

/**
 * `waiting`: others go first. `reconnecting`: the server was lost and is tried again. `interrupted`: begun before the page was loaded
 * again; it needs its file once more. `done`: the video is stored.
 */
export type UploadPhase = 'waiting' | 'sending' | 'reconnecting' | 'paused' | 'interrupted' | 'failed' | 'done';

/** One upload as it is shown. */
export interface UploadItem {
  /** Id in this browser. */
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  readonly sizeBytes: number;
  readonly wishes: UploadWishes;
  readonly phase: UploadPhase;
  readonly sentBytes: number;
  /** Null while it is not known. */
  readonly bytesPerSecond: number | null;
  /** Null where there is none. */
  readonly problem: UploadProblem | null;
  /** The video that it has become; null before. */
  readonly videoId: string | null;
  /** Whether the browser can be asked for its file, where it was interrupted. */
  readonly hasHandle: boolean;
}

/** Whether closing the page would stop it. */
export function isUnderWay({ phase }: UploadItem): boolean {
  return phase === 'waiting' || phase === 'sending' || phase === 'reconnecting' || phase === 'paused';
}
