/** Which incidents are picked, and where the keyboard is. */
export interface Picking {
  readonly picked: ReadonlySet<string>;
  /** Place in the list that has the focus; null before anybody went there. */
  readonly active: number | null;
  /** Place that a range starts at. */
  readonly anchor: number | null;
}

/** One step. `ids` are those of the range or of all that is shown, as the list knows them. */
export type PickingStep =
  | { readonly type: 'go'; readonly to: number; readonly count: number }
  | { readonly type: 'toggle'; readonly id: string; readonly at: number }
  | { readonly type: 'range'; readonly ids: readonly string[]; readonly to: number }
  | { readonly type: 'all'; readonly ids: readonly string[] }
  | { readonly type: 'clear' }
  | { readonly type: 'keep'; readonly isThere: (id: string) => boolean };

/** As many as are judged in one request. */
export const mostPicked = 500;

/** Nothing picked, nowhere yet. */
export const nothingPicked: Picking = { picked: new Set(), active: null, anchor: null };

/** The picking after a step; never more than {@link mostPicked}. */
export function pickingAfter(picking: Picking, step: PickingStep): Picking {
  switch (step.type) {
    case 'go': {
      if (step.count === 0) return picking;
      const active = Math.max(0, Math.min(step.to, step.count - 1));
      return { ...picking, active, anchor: active };
    }
    case 'toggle': {
      const picked = new Set(picking.picked);
      if (!picked.delete(step.id) && picked.size < mostPicked) picked.add(step.id);
      return { picked, active: step.at, anchor: step.at };
    }
    case 'range':
      return { ...picking, picked: bounded([...picking.picked, ...step.ids]), active: step.to };
    case 'all':
      return { ...picking, picked: bounded(step.ids) };
    case 'clear':
      return picking.picked.size === 0 ? picking : { ...picking, picked: new Set() };
    case 'keep': {
      const picked = [...picking.picked].filter(step.isThere);
      return picked.length === picking.picked.size ? picking : { ...picking, picked: new Set(picked) };
    }
  }
}

function bounded(ids: readonly string[]): ReadonlySet<string> {
  return new Set([...new Set(ids)].slice(0, mostPicked));
}
