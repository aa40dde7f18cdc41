import type { Counters } from './mongo-counters.ts';

/** Counter of the turn that was leased last, over all keys. */
export const leasedTurnCounter = 'jobs';

/** What the id of a key's counter begins with. */
const turnCounterPrefix = 'turn:';

/** Gives each job its place in the order of turns. */
export interface Turns {
  /** The next turn of a key: one more than its last, but not before the turn that was leased last. */
  next(fairnessKey: string): Promise<number>;
  /** Notes that a job of a turn was leased. */
  leased(turn: number): Promise<void>;
  /** Notes that a job of a key has a turn, however it came in. */
  taken(fairnessKey: string, turn: number): Promise<void>;
}

/** Start-time fair queueing (Goyal, Vin, Cheng 1996) over counters: a key's last turn each, and the turn in service. */
export function mongoTurns(counters: Counters): Turns {
  return {
    async next(fairnessKey) {
      return counters.next(`${turnCounterPrefix}${fairnessKey}`, await counters.read(leasedTurnCounter));
    },
    leased: (turn) => counters.raise(leasedTurnCounter, turn),
    taken: (fairnessKey, turn) => counters.raise(`${turnCounterPrefix}${fairnessKey}`, turn),
  };
}
