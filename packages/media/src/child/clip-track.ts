import type { Packet } from 'node-av/lib';

/** The part of a source that a clip covers, in seconds of media time; a clip's own time starts at 0. */
export interface ClipRange {
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/** One track of a clip: takes the packets of the source, writes its own. */
export interface ClipTrack extends Disposable {
  /** Takes a packet of this track. */
  take(packet: Packet): void;
  /** True once nothing of the source beyond this point is wanted. */
  readonly isComplete: boolean;
  /** True once anything was written. */
  readonly hasWritten: boolean;
  /** Writes what is left. */
  flush(): void;
}
