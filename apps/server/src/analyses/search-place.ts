import { buffer } from 'node:stream/consumers';
import { type ActivitySearch, VigilError } from '@vigil/contracts';
import { activityFileName, analysisKey } from '@vigil/media-store';
import { decodeActivityMap, searchActivity } from '@vigil/pipeline';
import { requireRecord } from '../records/require-record.ts';
import type { ServerContext } from '../server-context.ts';

/** Edges of a place in fractions of the picture. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Moments that are told of. */
const mostMoments = 100;

/**
 * When something moved in a place of the picture of an analysed video.
 *
 * @throws VigilError `not-found` for an analysis that is not there, is not done, or kept no record of where things moved; `gone` where
 * its files were removed
 */
export async function searchPlace({ store, media }: ServerContext, id: string, place: Place): Promise<ActivitySearch> {
  const { state } = await requireRecord(store.analyses, 'analysis', id);
  const key = `${analysisKey(id)}/${activityFileName}`;
  if ((await media.stat(key)) === null) throw await missing({ media }, id, state);
  const map = decodeActivityMap(await buffer(await media.read(key)));
  const { left, top, right, bottom } = place;
  const moments = searchActivity(map, { left, top, width: right - left, height: bottom - top });
  return { moments: moments.slice(0, mostMoments), total: moments.length, stretchSeconds: map.stretchSeconds };
}

async function missing({ media }: Pick<ServerContext, 'media'>, id: string, state: string): Promise<VigilError> {
  if (state !== 'done')
    return new VigilError('not-found', `The analysis ${id} is ${state} and has no record of motion`, { id, state });
  const hasResult = (await media.stat(`${analysisKey(id)}/incidents.json`)) !== null;
  if (!hasResult) return new VigilError('gone', `The files of the analysis ${id} were removed`, { id });
  const text = `The analysis ${id} kept no record of where things moved; analyse the video again`;
  return new VigilError('not-found', text, { id });
}
