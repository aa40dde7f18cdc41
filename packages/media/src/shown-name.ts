/** What {@link shownName} still has to escape: controls beyond those of JSON, line ends of Unicode, marks that turn the direction of writing. */
const unprintable = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A file name for an error line: quoted, with line breaks, other control characters and marks of direction as escapes. */
export function shownName(file: string): string {
  return JSON.stringify(file).replace(unprintable, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
