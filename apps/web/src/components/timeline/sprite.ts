/** Small pictures of a whole recording in one; `sprite.json` of the server. */
export interface Sprite {
  /** Address of the picture. */
  readonly url: string;
  readonly tileWidth: number;
  readonly tileHeight: number;
  readonly columns: number;
  readonly rows: number;
  readonly tiles: number;
  readonly secondsPerTile: number;
}

/** Where the small picture of a moment lies in the sprite, pixels. */
export function tileAt(sprite: Sprite, seconds: number): { readonly left: number; readonly top: number } {
  const { tileWidth, tileHeight, columns, tiles, secondsPerTile } = sprite;
  const number = Math.min(tiles - 1, Math.max(0, Math.floor(seconds / secondsPerTile)));
  return { left: (number % columns) * tileWidth, top: Math.floor(number / columns) * tileHeight };
}
