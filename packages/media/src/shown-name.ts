/** A file name for an error line: quoted, with line breaks and other control characters as escapes. */
export function shownName(file: string): string {
  return JSON.stringify(file).replace(/[\u007f-\u009f\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
