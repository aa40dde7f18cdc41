import { valueAt, type AnyCollection } from '../collection-declaration.ts';

/** Most words of one search; further ones are left out. */
const mostSearchedWords = 16;

/** Most different words that one record is found by. */
const mostStoredWords = 5000;

/** Characters of a word that count. */
const longestWord = 32;

/** Letters that are written with a stroke or joined, and that Unicode does not take apart. */
const joinedLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
};

/** Scripts that put no spaces between words: each character counts as one. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Words of a text in the form they are compared in: runs of letters and digits, lower case, without diacritics ("Café" is "cafe").
 * A searched word is found where a stored one begins with it.
 */
function wordsOf(text: string): string[] {
  const folded = text
    .toWellFormed()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .toLowerCase()
    .replace(/[ßæœøłđðħıŧ]/g, (letter) => joinedLetters[letter] ?? letter);
  const words = new Set<string>();
  for (const [run] of folded.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    if (!unspaced.test(run)) words.add(cut(run));
    else for (const character of run) words.add(character);
  }
  return [...words];
}

/** Words of a record's text fields, each once. */
export function wordsOfRecord(collection: AnyCollection, record: object): string[] {
  const texts = collection.text.flatMap((path) => {
    const value = valueAt(record, path);
    return typeof value === 'string' ? [value] : Array.isArray(value) ? value.map(String) : [];
  });
  return wordsOf(texts.join('\n')).slice(0, mostStoredWords);
}

/** Everything that words begin with, each once: a searched word is one of a record's beginnings, or the record is not found. */
export function beginningsOf(words: readonly string[]): string[] {
  const beginnings = new Set<string>();
  for (const word of words) {
    let beginning = '';
    for (const character of word) {
      beginning += character;
      beginnings.add(beginning);
    }
  }
  return [...beginnings];
}

/** Words that a record must all contain to be found; none where the text holds no letter or digit, and then nothing is asked. */
export function searchedWords(text: string): string[] {
  return wordsOf(text).slice(0, mostSearchedWords);
}

function cut(word: string): string {
  return word.length <= longestWord ? word : word.slice(0, longestWord).toWellFormed();
}
