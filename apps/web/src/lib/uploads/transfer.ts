import type { ChosenFile, UploadProblem } from './upload-item.ts';
import type { UploadWishes } from './upload-wishes.ts';

/** What a transfer tells. */
export interface TransferListener {
  /** Bytes that were sent, of which the last few may have to be sent again. */
  progress(sentBytes: number): void;
  /** The server is lost and tried again (true), or answers again (false). */
  reconnecting(isLost: boolean): void;
  /** The video is stored. */
  done(videoId: string): void;
  /** It does not go on by itself. */
  failed(problem: UploadProblem): void;
}

/** Sends one file, and goes on where it was. */
export interface Transfer {
  /** Begins, or goes on after {@link stop}. */
  start(): void;
  /** Stops sending; what has arrived stays on the server. */
  stop(): void;
  /** Gives the upload up, on the server too. */
  giveUp(): Promise<void>;
}

/** Makes transfers. */
export type OpenTransfer = (chosen: ChosenFile, wishes: UploadWishes, listener: TransferListener) => Promise<Transfer>;
