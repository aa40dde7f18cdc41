import type { BudgetFigure, Camera, Job, Overview, OverviewQuery } from '@vigil/contracts';
import { shownJob } from '../jobs/shown-job.ts';
import type { ServerContext } from '../server-context.ts';
import { listModels } from '../models/list-models.ts';
import { readSettings } from '../settings/read-settings.ts';
import { type BudgetFigures, budgetFigures } from './budget-figures.ts';
import { seenServices } from './service-presence.ts';
import { ShortCache } from './short-cache.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;
const mostRunning = 50;
const mostCameras = 200;
const mostSources = 50;

/** Looking at models reads their files, and they change with an installation. */
const modelsKeptMs = 60_000;
/** Figures of a span cost more than the rest, and change slower. */
const figuresKeptMs = 3000;
const stateKeptMs = 1000;

/** Makes overviews; what is dear is kept for seconds, so that many who look cost as much as one. */
export function overviewMaker(context: ServerContext): (query: OverviewQuery) => Promise<Overview> {
  const figures = new ShortCache<Pick<Overview, 'incidents' | 'budgets'>>({ keepMs: figuresKeptMs, most: 100 });
  const state = new ShortCache<Pick<Overview, 'queue' | 'cameras' | 'media' | 'services'>>({ keepMs: stateKeptMs, most: 1 });
  const models = new ShortCache<Overview['models']>({ keepMs: modelsKeptMs, most: 1 });
  return async (query) => {
    const span = spanOf(query, context.clock());
    const [ofSpan, ofNow, ofModels] = await Promise.all([
      figures.get(`${span.from} ${span.before}`, () => figuresOf(context, span)),
      state.get('now', () => stateOf(context)),
      models.get('models', () => modelsOf(context)),
    ]);
    return { ...span, ...ofSpan, ...ofNow, models: ofModels };
  };
}

/** The span that is asked for; where an end is missing, whole minutes, so that those who ask at about the same time share the figures. */
function spanOf({ from, before }: OverviewQuery, nowMs: number): { readonly from: string; readonly before: string } {
  const endMs = before === undefined ? Math.ceil(nowMs / minuteMs) * minuteMs : Date.parse(before);
  return { from: from ?? new Date(endMs - dayMs).toISOString(), before: new Date(endMs).toISOString() };
}

async function figuresOf(
  { store }: ServerContext,
  span: { readonly from: string; readonly before: string },
): Promise<Pick<Overview, 'incidents' | 'budgets'>> {
  const [statistics, budgets] = await Promise.all([store.incidents.statistics(span), budgetFigures(store, span)]);
  const { total, byHour, byKind, bySource, bySeverity, byStatus } = statistics;
  return {
    incidents: { total, byHour: [...byHour], byKind: [...byKind], bySource: [...bySource], bySeverity, byStatus },
    budgets: { sources: mostAnalysed(budgets.sources), complete: budgets.complete },
  };
}

function mostAnalysed(sources: BudgetFigures['sources']): BudgetFigure[] {
  return sources.toSorted((a, b) => b.analysedSeconds - a.analysedSeconds).slice(0, mostSources);
}

async function stateOf(context: ServerContext): Promise<Pick<Overview, 'queue' | 'cameras' | 'media' | 'services'>> {
  const { store, media } = context;
  const [settings, depth, running, cameras, usage, services] = await Promise.all([
    readSettings(store),
    store.jobs.depth(),
    store.jobs.list({ limit: mostRunning, filter: { state: 'leased' } }),
    store.cameras.list({ limit: mostCameras }),
    media.usage(),
    seenServices(context),
  ]);
  return {
    queue: {
      paused: settings.queuePaused,
      depth,
      running: running.items.map(shownJob),
      names: await namesOf(context, running.items),
    },
    cameras: cameras.items.map(shownCamera),
    media: usage,
    services,
  };
}

/** Names of the videos that jobs are about, by their ids. */
async function namesOf({ store }: ServerContext, jobs: readonly Job[]): Promise<Record<string, string>> {
  const ids = jobs.flatMap(({ subjectId }) => subjectId ?? []);
  const videos = await store.videos.getMany([...new Set(ids)]);
  return Object.fromEntries(videos.map(({ id, name }) => [id, name]));
}

async function modelsOf({ configuration }: ServerContext): Promise<Overview['models']> {
  const models = await listModels(configuration);
  return models.filter(({ used, state }) => used || state === 'unavailable').map(({ id, name, state }) => ({ id, name, state }));
}

function shownCamera(camera: Camera): Omit<Camera, 'url'> {
  const { url: _, ...shown } = camera;
  return shown;
}
