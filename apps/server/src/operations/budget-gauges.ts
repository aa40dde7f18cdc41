import type { Clock, Store } from '@vigil/store';
import { Gauge, type Registry } from 'prom-client';
import { type BudgetFigures, budgetFigures } from '../dashboard/budget-figures.ts';
import { ShortCache } from '../dashboard/short-cache.ts';

const dayMs = 86_400_000;
/** Each source is two series for whoever stores them, for as long as they are kept. */
const mostSources = 200;
const keepMs = 30_000;

/** Adds what sources were promised and what they got in the last day; a source of which nothing was analysed has no figure. */
export function addBudgetGauges(registry: Registry, store: Pick<Store, 'analyses' | 'videos'>, clock: Clock): readonly Gauge[] {
  const cache = new ShortCache<BudgetFigures>({ keepMs, most: 1 });
  const figures = async (): Promise<BudgetFigures['sources']> => {
    const span = { from: new Date(clock() - dayMs).toISOString(), before: new Date(clock()).toISOString() };
    const { sources } = await cache.get('last day', () => budgetFigures(store, span));
    return sources.slice(0, mostSources);
  };
  return [
    new Gauge({
      name: 'vigil_incidents_per_day',
      help: 'Incidents per day of analysed footage by source, over the newest analysis of each video of the last day.',
      labelNames: ['source'],
      registers: [registry],
      async collect() {
        const sources = await figures();
        this.reset();
        for (const { sourceId, achievedPerDay } of sources) this.set({ source: sourceId }, achievedPerDay);
      },
    }),
    new Gauge({
      name: 'vigil_incident_budget_per_day',
      help: 'Incidents per day that were asked for at most, by source.',
      labelNames: ['source'],
      registers: [registry],
      async collect() {
        const sources = await figures();
        this.reset();
        for (const { sourceId, promisedPerDay } of sources) this.set({ source: sourceId }, promisedPerDay);
      },
    }),
  ];
}
