/** An appearance vector as text, as incidents keep it: its int8 in base64. */
export function appearanceText(vector: Int8Array): string {
  return btoa(String.fromCharCode(...new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength)));
}
