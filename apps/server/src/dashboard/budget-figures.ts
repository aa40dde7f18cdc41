import type { Analysis, BudgetFigure, Video } from '@vigil/contracts';
import type { Store } from '@vigil/store';

const daySeconds = 86_400;
const pageSize = 200;
const mostAnalyses = 2000;

/** What sources were promised and what they got. */
export interface BudgetFigures {
  /** The source that was analysed last comes first. */
  readonly sources: readonly BudgetFigure[];
  /** Whether all analyses of the span were looked at. */
  readonly complete: boolean;
}

/** Compares promise and outcome by source, over the newest analysis of each video that was asked for in a span. */
export async function budgetFigures(
  { analyses, videos }: Pick<Store, 'analyses' | 'videos'>,
  { from, before }: { readonly from: string; readonly before: string },
): Promise<BudgetFigures> {
  const newest = new Map<string, Analysis>();
  let looked = 0;
  let cursor: string | undefined;
  let complete = false;
  while (looked < mostAnalyses && !complete) {
    const page = await analyses.list({ limit: pageSize, cursor });
    for (const analysis of page.items) {
      const { videoId, state, createdAt } = analysis;
      if (createdAt < from) complete = true;
      else if (createdAt < before && state === 'done' && !newest.has(videoId)) newest.set(videoId, analysis);
    }
    looked += page.items.length;
    cursor = page.nextCursor ?? undefined;
    complete ||= cursor === undefined;
  }
  const found: Video[] = [];
  const ids = [...newest.keys()];
  for (let start = 0; start < ids.length; start += 1000) found.push(...(await videos.getMany(ids.slice(start, start + 1000))));
  return { sources: figuresBySource(newest, found), complete };
}

function figuresBySource(newest: ReadonlyMap<string, Analysis>, videos: readonly Video[]): BudgetFigure[] {
  const sums = new Map<string, { name: string; promised: number; seconds: number; incidents: number }>();
  const byId = new Map(videos.map((video) => [video.id, video]));
  for (const [id, analysis] of newest) {
    const video = byId.get(id);
    if (video === undefined || !analysis.analysedSeconds) continue;
    const { name, sourceId } = video;
    const key = sourceId ?? id;
    const sum = sums.get(key) ?? { name: sourceId ?? name, promised: 0, seconds: 0, incidents: 0 };
    sum.promised += analysis.budgetIncidentsPerDay * analysis.analysedSeconds;
    sum.seconds += analysis.analysedSeconds;
    sum.incidents += analysis.incidentCount ?? 0;
    sums.set(key, sum);
  }
  return [...sums].map(([sourceId, { name, promised, seconds, incidents }]) => ({
    sourceId,
    sourceName: name,
    promisedPerDay: promised / seconds,
    achievedPerDay: (incidents * daySeconds) / seconds,
    analysedSeconds: seconds,
    incidents,
  }));
}
