/** What is to become of an upload, as the server takes it (`uploadWishesSchema`). */
export interface UploadWishes {
  /** Camera or place; null where the video stands for itself. */
  readonly sourceId: string | null;
  readonly analyse: boolean;
  /** Null compares the video with itself. */
  readonly profileId: string | null;
  /** Incidents a day; null for what the settings say. */
  readonly budget: number | null;
}

/** A file to be uploaded. */
export interface ChosenFile {
  readonly file: File;
  /** Folders that it was chosen with, such as `monday/gate`; empty where it was chosen by itself. */
  readonly folder: string;
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
 * again; the file has to be chosen once more. `done`: the video is stored.
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
}

/** Whether closing the page would stop it. */
export function isUnderWay({ phase }: UploadItem): boolean {
  return phase === 'waiting' || phase === 'sending' || phase === 'reconnecting' || phase === 'paused';
}
