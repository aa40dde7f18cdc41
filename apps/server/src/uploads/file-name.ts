/** Most UTF-16 units of a name. */
const longestName = 255;
/** Controls, marks that turn the direction of writing, line ends of Unicode, private and unassigned signs that hide. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffd]/gu;

/**
 * The name under which an uploaded file is shown and offered again: the last part of what the client says, without what cannot be
 * seen or would lead elsewhere. It never names a file of the server.
 *
 * @returns 1 to 255 characters; `video` where nothing is left.
 */
export function fileNameOf(given: string): string {
  const last = given.split(/[/\\]/).findLast((part) => part.trim() !== '') ?? '';
  const clean = last.normalize('NFC').replace(unprintable, '').replace(/\s+/g, ' ').trim();
  if (/^\.*$/.test(clean)) return 'video';
  if (clean.length <= longestName) return clean;
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? '';
  // Cut between characters, not within one.
  let stem = '';
  for (const character of clean) {
    if (stem.length + character.length + extension.length > longestName) break;
    stem += character;
  }
  return stem + extension;
}
