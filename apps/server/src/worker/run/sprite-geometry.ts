/** How the pictures of a sprite lie in it; what `sprite.json` holds. */
export interface SpriteGeometry {
  /** Size of one tile, pixels. */
  readonly tileWidth: number;
  readonly tileHeight: number;
  readonly columns: number;
  readonly rows: number;
  /** Tiles that hold a picture, row by row from the top left. */
  readonly tiles: number;
  /** Media time between one tile's picture and the next one's, seconds; the first is at 0. */
  readonly secondsPerTile: number;
}

/** Long side of a tile, pixels. */
export const tileLongSidePixels = 160;
/** Tiles of a sprite at most. */
const mostTiles = 100;
const columnsOfSprite = 10;
/** No two tiles are closer in time. */
const leastSecondsPerTile = 1;

/** Time between tiles for a video of a length; seconds. @param durationSeconds Null where unknown: ten minutes are then shown well. */
export function secondsPerTile(durationSeconds: number | null): number {
  return Math.max(leastSecondsPerTile, (durationSeconds ?? 600) / mostTiles);
}

/** Whether a picture is to be the next tile. */
export function isDue(tiles: number, timeSeconds: number, everySeconds: number): boolean {
  return tiles < mostTiles && timeSeconds >= tiles * everySeconds - 1e-6;
}

/** The geometry of a sprite of so many tiles. */
export function spriteGeometry(
  tiles: number,
  tile: { readonly width: number; readonly height: number },
  everySeconds: number,
): SpriteGeometry {
  return {
    tileWidth: tile.width,
    tileHeight: tile.height,
    columns: Math.min(columnsOfSprite, tiles),
    rows: Math.ceil(tiles / columnsOfSprite),
    tiles,
    secondsPerTile: everySeconds,
  };
}
