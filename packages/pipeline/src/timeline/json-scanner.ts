import type { GrowingColumn } from './growing-column.ts';

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [arrayStart, arrayEnd, objectStart, objectEnd] = [0x5b, 0x5d, 0x7b, 0x7d];
/** Arrays and numbers that lie deeper are nobody's. */
const mostDepth = 4;
/** Longer names are nobody's. */
const longestName = 40;

/** What of a JSON text is wanted. */
export interface JsonWishes {
  /** Where the numbers of an array go; null where it is not wanted. Paths are names joined by slashes. */
  readonly columnAt: (path: string) => GrowingColumn | null;
  /** A number that is a field of an object. */
  readonly onNumber: (path: string, value: number) => void;
}

/** Goes through well-formed JSON as it comes, keeping nothing but what is wanted. In wanted arrays what is no number, as `null`, is NaN. */
export class JsonScanner {
  readonly #wishes: JsonWishes;
  /** Names of the containers around the place, from the outermost on. */
  readonly #names: string[] = [];
  readonly #isArray: boolean[] = [];
  #column: GrowingColumn | null = null;
  #name = '';
  #isName = false;
  #isText = false;
  #isEscaped = false;
  /** The number or word whose end has not come yet. */
  #word = '';
  #hasBegun = false;

  constructor(wishes: JsonWishes) {
    this.#wishes = wishes;
  }

  /** Whether all containers that began have ended. */
  get isComplete(): boolean {
    return this.#hasBegun && this.#isArray.length === 0;
  }

  /** The next bytes; parts may end anywhere. */
  take(part: Uint8Array): void {
    // names and numbers are ASCII, and no byte of another character looks like a sign of JSON
    const text = Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('latin1');
    for (let at = 0; at < text.length; at += 1) {
      if (this.#column !== null) {
        at = this.#takeNumbers(text, at, this.#column);
        if (at === text.length) return;
      }
      const code = text.charCodeAt(at);
      if (this.#isText) this.#takeOfText(code);
      else if (code > 0x20) {
        if (isWordSign(code)) {
          const from = at;
          while (at + 1 < text.length && isWordSign(text.charCodeAt(at + 1))) at += 1;
          this.#word += text.slice(from, at + 1);
        } else this.#takeSign(code);
      }
    }
  }

  /** Takes the numbers of a wanted array; where most of a text are such, this is several times as fast as sign by sign. @returns where they end */
  #takeNumbers(text: string, from: number, column: GrowingColumn): number {
    const found = text.indexOf(']', from);
    const end = found < 0 ? text.length : found;
    const words = (this.#word + text.slice(from, end)).split(',');
    // the last one may go on in the next part
    this.#word = words.pop() ?? '';
    for (const word of words) column.add(Number(word));
    return end;
  }

  #takeOfText(code: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (code === backslash) this.#isEscaped = true;
    else if (code === quote) this.#isText = false;
    else if (this.#isName && this.#name.length < longestName) this.#name += String.fromCharCode(code);
  }

  #takeSign(code: number): void {
    if (code === quote) {
      this.#isText = true;
      if (this.#isName) this.#name = '';
    } else if (code === colon) this.#isName = false;
    else if (code === comma) {
      this.#endWord();
      this.#isName = this.#isArray.at(-1) === false;
    } else if (code === arrayStart || code === objectStart) this.#begin(code === arrayStart);
    else if (code === arrayEnd || code === objectEnd) {
      this.#endWord();
      this.#names.pop();
      this.#isArray.pop();
      this.#column = null;
    }
  }

  #begin(isArray: boolean): void {
    this.#hasBegun = true;
    this.#names.push(this.#isArray.at(-1) === false ? this.#name : '');
    this.#isArray.push(isArray);
    this.#isName = !isArray;
    this.#column = isArray && this.#names.length <= mostDepth ? this.#wishes.columnAt(this.#names.slice(1).join('/')) : null;
  }

  #endWord(): void {
    const word = this.#word.trim();
    this.#word = '';
    if (word === '') return;
    if (this.#column !== null) this.#column.add(Number(word));
    else if (this.#isArray.at(-1) === false && this.#names.length < mostDepth && word !== 'null')
      this.#wishes.onNumber([...this.#names.slice(1), this.#name].join('/'), Number(word));
  }
}

/** Whether a sign outside of texts belongs to a number or to `true`, `false`, `null`. */
function isWordSign(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    code === 0x2d ||
    code === 0x2e ||
    code === 0x2b ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x45
  );
}
