import type { IncidentRecord, IncidentSummary } from '@vigil/contracts';

/** An incident in the list of arrivals. */
export type Arrival = IncidentSummary & {
  /** Whether it came while the page was open. */
  readonly isNew: boolean;
};

/** What a snooze of an arrival's source silences, in words: the camera or place, or the video where it stands for itself. */
export function snoozedName({ sourceId, videoId, sourceName }: Pick<Arrival, 'sourceId' | 'videoId' | 'sourceName'>): string {
  return sourceId === videoId ? sourceName : sourceId;
}

/** The list of arrivals, newest first, and what waits while it is paused. */
export interface Arrivals {
  readonly shown: readonly Arrival[];
  readonly waiting: readonly Arrival[];
  readonly isPaused: boolean;
  /** Whether the list was read: what is read later and not known came meanwhile. */
  readonly isRead: boolean;
}

/** What changes the list. */
export type ArrivalAction =
  | { readonly type: 'listed'; readonly items: readonly IncidentSummary[] }
  | { readonly type: 'arrived'; readonly incident: IncidentRecord }
  | { readonly type: 'changed'; readonly incident: IncidentRecord }
  | { readonly type: 'removed'; readonly id: string }
  | { readonly type: 'acknowledged'; readonly id: string; readonly reviewed: boolean }
  | { readonly type: 'paused'; readonly isPaused: boolean };

/** Most incidents that are shown, and most that wait. */
export const mostArrivals = 200;

/** An empty list. */
export const noArrivals: Arrivals = { shown: [], waiting: [], isPaused: false, isRead: false };

/** The list after a change. What is there already keeps its place; nothing is there twice. */
export function arrivalsAfter(state: Arrivals, action: ArrivalAction): Arrivals {
  switch (action.type) {
    case 'listed':
      return withListed(state, action.items);
    case 'arrived':
      return has(state, action.incident.id) ? changed(state, action.incident) : arrived(state, arrivalOf(action.incident, true));
    case 'changed':
      return changed(state, action.incident);
    case 'removed':
      return {
        ...state,
        shown: state.shown.filter(({ id }) => id !== action.id),
        waiting: state.waiting.filter(({ id }) => id !== action.id),
      };
    case 'acknowledged': {
      const mark = (arrival: Arrival): Arrival =>
        arrival.id === action.id ? { ...arrival, reviewed: action.reviewed } : arrival;
      return { ...state, shown: state.shown.map(mark), waiting: state.waiting.map(mark) };
    }
    case 'paused':
      if (action.isPaused) return { ...state, isPaused: true };
      return { ...state, shown: [...state.waiting, ...state.shown].slice(0, mostArrivals), waiting: [], isPaused: false };
  }
}

function has({ shown, waiting }: Arrivals, wanted: string): boolean {
  return shown.some(({ id }) => id === wanted) || waiting.some(({ id }) => id === wanted);
}

function arrived(state: Arrivals, arrival: Arrival): Arrivals {
  if (state.isPaused) return { ...state, waiting: [arrival, ...state.waiting].slice(0, mostArrivals) };
  return { ...state, shown: [arrival, ...state.shown].slice(0, mostArrivals) };
}

/** After a gap in the feed the list is read again: what it has and we have not came meanwhile, and what changed is as it has it. */
function withListed(before: Arrivals, items: readonly IncidentSummary[]): Arrivals {
  const isFirst = !before.isRead;
  const listed = new Map(items.map((item) => [item.id, item]));
  const refresh = (arrival: Arrival): Arrival => {
    const item = listed.get(arrival.id);
    return item === undefined || item.version < arrival.version ? arrival : arrivalOf(item, arrival.isNew);
  };
  const state = { ...before, isRead: true, shown: before.shown.map(refresh), waiting: before.waiting.map(refresh) };
  const missed = items.filter(({ id }) => !has(state, id)).map((incident) => arrivalOf(incident, !isFirst));
  const all = [...missed, ...(state.isPaused ? state.waiting : state.shown)].toSorted(byDecision).slice(0, mostArrivals);
  return state.isPaused && !isFirst ? { ...state, waiting: all } : { ...state, shown: all };
}

function byDecision(a: Arrival, b: Arrival): number {
  return a.decidedAt < b.decidedAt ? 1 : a.decidedAt > b.decidedAt ? -1 : 0;
}

function changed(state: Arrivals, incident: IncidentRecord): Arrivals {
  const replace = (list: readonly Arrival[]): readonly Arrival[] => {
    const index = list.findIndex(({ id }) => id === incident.id);
    if (index < 0 || list[index].version >= incident.version) return list;
    return list.with(index, { ...arrivalOf(incident, list[index].isNew), reviewed: list[index].reviewed });
  };
  return { ...state, shown: replace(state.shown), waiting: replace(state.waiting) };
}

/** The feed tells everybody the same, so it knows nothing of the marks of one user: what has just come has none. */
function arrivalOf(incident: IncidentSummary | IncidentRecord, isNew: boolean): Arrival {
  if ('reviewed' in incident) return { ...incident, isNew };
  // what only a large picture needs is not kept two hundred times
  const { tracks: _tracks, flowArrows: _flowArrows, skeletons: _skeletons, ...summary } = incident;
  return { ...summary, reviewed: false, isNew };
}
