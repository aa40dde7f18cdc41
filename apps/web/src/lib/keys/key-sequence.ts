/** Two keys that are pressed within this time are a sequence, as tinykeys has it; milliseconds. */
const sequenceMs = 1000;

/** A key that was pressed. */
interface PressedKey {
  readonly key: string;
  /** Milliseconds. */
  readonly timeStamp: number;
}

/** Knows whether a key ends a sequence such as `g n`, so that it does not do what it does by itself as well. */
export class KeySequence {
  #before: PressedKey | null = null;
  #last: PressedKey | null = null;

  /** Told of every key before anybody acts on it; null for one that is typed. */
  see(pressed: PressedKey | null): void {
    this.#before = this.#last;
    this.#last = pressed === null ? null : { key: pressed.key, timeStamp: pressed.timeStamp };
  }

  /** Whether the key that was seen last ends one of these sequences. */
  ends(sequences: ReadonlySet<string>): boolean {
    if (this.#before === null || this.#last === null) return false;
    if (this.#last.timeStamp - this.#before.timeStamp > sequenceMs) return false;
    return sequences.has(`${this.#before.key} ${this.#last.key}`.toLowerCase());
  }
}
