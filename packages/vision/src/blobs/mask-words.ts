/**
 * The same mask seen four pixels at a time, so that empty parts are skipped fast. A last incomplete word is left out.
 * @param mask must begin at a multiple of four bytes in its buffer, as arrays of their own do; it is copied otherwise
 */
export function wordsOf(mask: Uint8Array): Uint32Array {
  const aligned = mask.byteOffset % 4 === 0 ? mask : mask.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
}
