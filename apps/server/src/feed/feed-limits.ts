/** Bounds of the feed. */
export interface FeedLimits {
  /** Clients at a time in this process. */
  readonly clients: number;
  /** Clients at a time of one user and his keys. */
  readonly clientsOfUser: number;
  /** Bytes of messages that the process keeps, for all clients together. */
  readonly keptBytes: number;
  /** Messages that the process keeps. */
  readonly keptMessages: number;
  /** Bytes that wait in the connection of one client before it gets no more until some have left. */
  readonly waitingBytes: number;
  /** Bytes that a client may be behind the newest message before it is closed as too slow. */
  readonly behindBytes: number;
  /** Bytes of one message of a client. */
  readonly clientMessageBytes: number;
  /** Messages of one client in ten seconds. */
  readonly clientMessages: number;
  /** Between two heart-beats, milliseconds. */
  readonly heartbeatMs: number;
  /** A client that has answered nothing for so long is cut, milliseconds. */
  readonly silenceMs: number;
  /** Between two looks whether a client may still read, milliseconds. */
  readonly accessMs: number;
  /** The store is asked so often in any case, milliseconds. */
  readonly pollMs: number;
}

/** The bounds of a service. */
export const feedLimits: FeedLimits = {
  clients: 5000,
  clientsOfUser: 1000,
  keptBytes: 16 * 2 ** 20,
  keptMessages: 20_000,
  waitingBytes: 64 * 1024,
  behindBytes: 4 * 2 ** 20,
  clientMessageBytes: 4096,
  clientMessages: 50,
  heartbeatMs: 15_000,
  silenceMs: 40_000,
  accessMs: 15_000,
  pollMs: 500,
};
