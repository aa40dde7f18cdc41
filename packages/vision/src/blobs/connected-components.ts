import { wordsOf } from './mask-words.ts';

/** A horizontal run of set pixels: row `y`, columns `start` to `end` (exclusive). */
interface Run {
  readonly y: number;
  readonly start: number;
  readonly end: number;
  /** Index of a run of the same component nearer to its root; its own index at the root. */
  parent: number;
}

/** A connected component as its runs, in reading order. */
export interface Component {
  readonly left: number;
  readonly top: number;
  /** Exclusive. */
  readonly right: number;
  /** Exclusive. */
  readonly bottom: number;
  readonly areaPixels: number;
  readonly runs: readonly { readonly y: number; readonly start: number; readonly end: number }[];
}

/**
 * Connected components of a mask by union–find over runs. Runs belong together when they lie within `joinPixels` of each other in both
 * directions, which closes the gaps that a closing by that radius would close, without moving outlines.
 * @param mask `[height, width]`, set where not 0
 * @returns in reading order of their first pixel
 */
export function connectedComponents(mask: Uint8Array, width: number, height: number, joinPixels: number): Component[] {
  const { runs, rowStarts } = findRuns(mask, width, height, joinPixels);
  for (let y = 0; y < height; y++) {
    for (let above = Math.max(0, y - 1 - joinPixels); above < y; above++) {
      joinRows(runs, rowStarts[above], rowStarts[above + 1], rowStarts[y], rowStarts[y + 1], joinPixels);
    }
  }
  return collect(runs);
}

function findRuns(mask: Uint8Array, width: number, height: number, joinPixels: number): { runs: Run[]; rowStarts: Int32Array } {
  const runs: Run[] = [];
  const words = wordsOf(mask);
  const rowStarts = new Int32Array(height + 1);
  for (let y = 0; y < height; y++) {
    rowStarts[y] = runs.length;
    const rowEnd = (y + 1) * width;
    for (let i = y * width; i < rowEnd;) {
      if (mask[i] === 0) {
        // Most of a mask is empty: four pixels at a time where they are aligned.
        if ((i & 3) === 0 && i + 4 <= rowEnd && words[i >> 2] === 0) i += 4;
        else i++;
        continue;
      }
      const first = i;
      while (i < rowEnd && mask[i] !== 0) i++;
      const index = runs.length;
      const start = first - y * width;
      const touches = index > rowStarts[y] && start - runs[index - 1].end <= joinPixels;
      runs.push({ y, start, end: i - y * width, parent: touches ? index - 1 : index });
    }
  }
  rowStarts[height] = runs.length;
  return { runs, rowStarts };
}

function joinRows(runs: Run[], aboveStart: number, aboveEnd: number, start: number, end: number, joinPixels: number): void {
  let a = aboveStart;
  for (let b = start; b < end; b++) {
    while (a < aboveEnd && runs[a].end + joinPixels < runs[b].start) a++;
    for (let c = a; c < aboveEnd && runs[c].start <= runs[b].end + joinPixels; c++) unite(runs, c, b);
  }
}

function unite(runs: Run[], a: number, b: number): void {
  const rootA = findRoot(runs, a);
  const rootB = findRoot(runs, b);
  if (rootA < rootB) runs[rootB].parent = rootA;
  else runs[rootA].parent = rootB;
}

function findRoot(runs: Run[], index: number): number {
  let root = index;
  while (runs[root].parent !== root) root = runs[root].parent;
  for (let i = index; runs[i].parent !== root;) {
    const next = runs[i].parent;
    runs[i].parent = root;
    i = next;
  }
  return root;
}

function collect(runs: Run[]): Component[] {
  const members = new Map<number, Run[]>();
  runs.forEach((run, index) => {
    const root = findRoot(runs, index);
    const list = members.get(root);
    if (list) list.push(run);
    else members.set(root, [run]);
  });
  return [...members.values()].map((list) => ({
    left: list.reduce((least, run) => Math.min(least, run.start), Infinity),
    top: list[0].y,
    right: list.reduce((most, run) => Math.max(most, run.end), 0),
    bottom: list[list.length - 1].y + 1,
    areaPixels: list.reduce((sum, run) => sum + run.end - run.start, 0),
    runs: list,
  }));
}
