import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { incidentQuery } from '../../lib/queries/record-queries.ts';
import type { OverlayIncident } from '../player/overlay.ts';
import type { Playhead } from '../player/playhead.ts';
import type { RailBand } from '../timeline/incident-rail.tsx';
import { overlayIds } from './overlay-ids.ts';

/** What is laid over the picture: one incident where the page is about it, else those that go on about the moment, loaded as they come. */
export function useOverlays(
  playhead: Playhead,
  bands: readonly RailBand[],
  only: OverlayIncident | null,
): readonly OverlayIncident[] {
  const [ids, setIds] = useState<readonly string[]>([]);
  const isOnly = only !== null;
  useEffect(() => {
    if (isOnly) return;
    const look = (seconds: number): void => setIds((known) => overlayIds(known, bands, seconds));
    look(playhead.seconds);
    return playhead.listen(look);
  }, [playhead, bands, isOnly]);
  const loaded = useQueries({ queries: isOnly ? [] : ids.map((id) => incidentQuery(id)), combine: dataOf });
  return useMemo(() => (only === null ? loaded : [only]), [only, loaded]);
}

function dataOf(results: readonly UseQueryResult<OverlayIncident>[]): OverlayIncident[] {
  return results.flatMap(({ data }) => data ?? []);
}
