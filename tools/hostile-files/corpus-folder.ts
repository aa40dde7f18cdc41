import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';

/** A file of the corpus as its list, `corpus.json`, names it. */
export interface CorpusEntry {
  /** Name below the corpus folder, in base 64: names of files are bytes, not always text. */
  readonly nameBase64: string;
  /** The kind of hostility. */
  readonly group: string;
  /** What is wrong with this one. */
  readonly what: string;
}

/** Name of the corpus's list in its folder. */
export const corpusListName = 'corpus.json';

/** The folder in which a corpus grows, and the list of what is in it. */
export class CorpusFolder {
  readonly path: string;
  readonly entries: CorpusEntry[] = [];

  /** @param path An empty or missing folder. */
  constructor(path: string) {
    this.path = path;
    mkdirSync(path, { recursive: true });
  }

  /** Adds a file under a name made of its number and group. */
  add(group: string, what: string, extension: string, bytes: Uint8Array | string): void {
    const number = String(this.entries.length).padStart(3, '0');
    this.addNamed(group, what, `${group}/${number}.${extension}`, bytes);
  }

  /** Adds a file under a name of its own. */
  addNamed(group: string, what: string, name: string | Buffer, bytes: Uint8Array | string): void {
    this.addMade(group, what, name, (path) => writeFileSync(path, bytes));
  }

  /** Adds something that `make` puts at the path that it is given. */
  addMade(group: string, what: string, name: string | Buffer, make: (path: Buffer) => void): void {
    const nameBytes = Buffer.from(name);
    mkdirSync(dirname(join(this.path, nameBytes.toString('latin1'))), { recursive: true });
    make(Buffer.concat([Buffer.from(`${this.path}/`), nameBytes]));
    this.entries.push({ nameBase64: nameBytes.toString('base64'), group, what });
  }

  /** Writes the list. */
  finish(): void {
    writeFileSync(join(this.path, corpusListName), `${JSON.stringify(this.entries, null, 1)}\n`);
  }
}

/** Extension of a seed's name without the dot. */
export function extensionOf(name: string): string {
  return extname(name).slice(1);
}
