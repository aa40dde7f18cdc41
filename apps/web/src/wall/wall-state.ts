import type { FeedMessage, Incident, IncidentRecord, IncidentSummary, Overview, ShownJob } from '@vigil/contracts';

/** An incident as the wall shows it. */
export type WallIncident = Pick<
  IncidentRecord,
  'id' | 'version' | 'title' | 'severity' | 'sourceName' | 'decidedAt' | 'keyFrame' | 'kinds'
>;

/** All that the wall shows. */
export interface WallState {
  /** The newest first. */
  readonly incidents: readonly WallIncident[];
  /** Of the last 24 hours; null while they are not known. */
  readonly counts: Readonly<Record<Incident['severity'], number>> | null;
  /** Analyses that run or wait, by the id of their job. */
  readonly jobs: ReadonlyMap<string, ShownJob>;
  /** Names of videos by their ids. */
  readonly names: ReadonlyMap<string, string>;
  /** Jobs that wait, of which only some are known one by one; null while that is not known. */
  readonly waiting: number | null;
  readonly isStopped: boolean;
}

/** Incidents that the wall keeps. */
export const mostIncidents = 12;
/** Names that are remembered; a wall runs for months. */
const mostNames = 500;

/** Nothing is known yet. */
export const nothingKnown: WallState = {
  incidents: [],
  counts: null,
  jobs: new Map(),
  names: new Map(),
  waiting: null,
  isStopped: false,
};

/** The state after the figures were read; what the feed has told meanwhile is kept where it is newer. */
export function withOverview(state: WallState, { incidents, queue }: Overview): WallState {
  const analyses = queue.running.filter(({ type }) => type === 'analyse-video');
  const listed = new Map(analyses.map((job) => [job.id, newer(state.jobs.get(job.id), job)]));
  return {
    ...state,
    counts: incidents.bySeverity,
    jobs: new Map([...listed].filter(([, job]) => isUnderWay(job))),
    names: bounded(new Map([...state.names, ...Object.entries(queue.names)])),
    waiting: queue.depth.queued,
    isStopped: queue.paused,
  };
}

/** The state after the newest incidents were read. */
export function withIncidents(state: WallState, items: readonly IncidentSummary[]): WallState {
  const known = state.incidents.filter(({ id }) => !items.some((item) => item.id === id));
  return { ...state, incidents: sorted([...items, ...known]) };
}

/** The state after a message of the feed; the same where it says nothing to the wall. */
export function afterMessage(state: WallState, message: FeedMessage): WallState {
  switch (message.topic) {
    case 'incident':
      return afterIncident(state, message.type, message.record);
    case 'job':
      return afterJob(state, message.record);
    case 'video':
      return { ...state, names: bounded(new Map(state.names).set(message.record.id, message.record.name)) };
    case 'settings':
      return { ...state, isStopped: message.record.queuePaused };
    default:
      return state;
  }
}

function afterIncident(state: WallState, type: FeedMessage['type'], record: IncidentRecord): WallState {
  const others = state.incidents.filter(({ id }) => id !== record.id);
  if (type === 'end') return others.length === state.incidents.length ? state : { ...state, incidents: others };
  const isKnown = others.length < state.incidents.length;
  // a change of an old incident is no news
  if (type === 'update' && !isKnown) return state;
  return { ...state, incidents: sorted([shown(record), ...others]) };
}

function shown({ id, version, title, severity, sourceName, decidedAt, keyFrame, kinds }: IncidentRecord): WallIncident {
  return { id, version, title, severity, sourceName, decidedAt, keyFrame, kinds };
}

function afterJob(state: WallState, job: ShownJob): WallState {
  if (job.type !== 'analyse-video') return state;
  const jobs = new Map(state.jobs);
  if (isUnderWay(job)) jobs.set(job.id, newer(jobs.get(job.id), job));
  else jobs.delete(job.id);
  return { ...state, jobs };
}

function newer(known: ShownJob | undefined, job: ShownJob): ShownJob {
  return known !== undefined && known.version > job.version ? known : job;
}

function isUnderWay({ state }: ShownJob): boolean {
  return state === 'leased' || state === 'queued';
}

function sorted(incidents: readonly WallIncident[]): readonly WallIncident[] {
  return incidents.toSorted((a, b) => (a.decidedAt < b.decidedAt ? 1 : -1)).slice(0, mostIncidents);
}

function bounded(names: Map<string, string>): ReadonlyMap<string, string> {
  for (const oldest of names.keys()) {
    if (names.size <= mostNames) break;
    names.delete(oldest);
  }
  return names;
}
