/**
 * The pairing of rows with columns that costs least in total (Hungarian method in the shortest-augmenting-path form of Jonker and Volgenant,
 * "A shortest augmenting path algorithm for dense and sparse linear assignment problems", 1987). Leaving a row alone costs `aloneCost`.
 * @param costs `[rows][columns]`; Infinity where a pair is impossible
 * @returns for each row its column, or −1
 */
export function assign(costs: readonly (readonly number[])[], columns: number, aloneCost: number): number[] {
  const rows = costs.length;
  const total = columns + rows;
  const large = 1e6;
  const costOf = (row: number, column: number): number => {
    if (column >= columns) return aloneCost;
    const cost = costs[row][column];
    return cost < aloneCost ? cost : large;
  };
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(total + 1);
  const rowOf = new Int32Array(total + 1);
  const previous = new Int32Array(total + 1);
  for (let row = 1; row <= rows; row++) {
    const least = new Float64Array(total + 1).fill(Infinity);
    const used = new Uint8Array(total + 1);
    rowOf[0] = row;
    let column = 0;
    do {
      used[column] = 1;
      const currentRow = rowOf[column];
      let delta = Infinity;
      let next = 0;
      for (let c = 1; c <= total; c++) {
        if (used[c] === 1) continue;
        const reduced = costOf(currentRow - 1, c - 1) - rowPotential[currentRow] - columnPotential[c];
        if (reduced < least[c]) {
          least[c] = reduced;
          previous[c] = column;
        }
        if (least[c] < delta) {
          delta = least[c];
          next = c;
        }
      }
      for (let c = 0; c <= total; c++) {
        if (used[c] === 1) {
          rowPotential[rowOf[c]] += delta;
          columnPotential[c] -= delta;
        } else least[c] -= delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      rowOf[column] = rowOf[previous[column]];
      column = previous[column];
    }
  }
  const result = new Array<number>(rows).fill(-1);
  for (let c = 1; c <= columns; c++) {
    const row = rowOf[c] - 1;
    if (row >= 0 && costOf(row, c - 1) < large) result[row] = c - 1;
  }
  return result;
}
