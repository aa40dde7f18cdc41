import type { IncidentSummary } from '@vigil/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useEffectEvent, useMemo, useReducer, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { Problem } from '../../components/problem.tsx';
import { usePeople } from '../../lib/users/use-people.ts';
import { incidentList as text } from '../../messages/en/incidents.ts';
import { BulkBar } from './bulk-bar.tsx';
import bars from './bulk-bar.module.css';
import type { CardEvents } from './incident-card.tsx';
import { type GridHandle, IncidentGrid } from './incident-grid.tsx';
import { type IncidentList, keepPlace, placeIn } from './incident-list.ts';
import type { Action } from './judging.ts';
import { idAt, idsBetween } from './known-pages.ts';
import { type Emptiness, ListEnd } from './list-end.tsx';
import { ListStatus } from './list-status.tsx';
import { OutcomeBar } from './outcome-bar.tsx';
import { nothingPicked, pickingAfter } from './picking.ts';
import { useArrivals } from './use-arrivals.ts';
import { type Sight, useIncidentPages } from './use-incident-pages.ts';
import { useJudging } from './use-judging.ts';
import { useListKeys } from './use-list-keys.ts';
import { usePreview } from './use-preview.ts';

/** One list as it was read, with all that can be done on it. Another list is another one of these. */
export function ListPart({
  list,
  emptiness,
  onRenew,
  onSelected,
  onReset,
  onShowAll,
}: {
  readonly list: IncidentList;
  /** Why there may be nothing. */
  readonly emptiness: Emptiness;
  /** Reads the list anew, with what came in. */
  readonly onRenew: () => void;
  readonly onSelected: (selected: readonly IncidentSummary[]) => void;
  readonly onReset: () => void;
  readonly onShowAll: () => void;
}): ReactNode {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [place] = useState(() => placeIn(client, list.address));
  const isBack = place?.list.readAtMs === list.readAtMs;
  const grid = useRef<GridHandle>(null);
  const [picking, dispatch] = useReducer(pickingAfter, { ...nothingPicked, active: isBack ? place.active : null });
  const [sight, setSight] = useState<Sight>({ first: 0, last: 0 });
  const see = useCallback(
    (next: Sight) => setSight((now) => (now.first === next.first && now.last === next.last ? now : next)),
    [],
  );
  const pages = useIncidentPages(list, isBack ? place.pages : [], sight, picking.picked);
  const { known, count, find } = pages;
  const listed = useMemo(() => new Set(known.flatMap(({ ids }) => ids)), [known]);
  const news = useArrivals(list, (id) => listed.has(id), isBack);
  const judging = useJudging(find);
  const preview = usePreview();
  const names = new Map(usePeople().map(({ id, name }) => [id, name]));
  const selected = useMemo(() => [...picking.picked].flatMap((id) => find(id) ?? []), [picking.picked, find]);
  useEffect(() => {
    onSelected(selected);
  }, [onSelected, selected]);

  const remember = useEffectEvent(() => {
    keepPlace(client, { list, pages: known, active: picking.active, scrollTop: grid.current?.scrollTop ?? 0 });
  });
  useEffect(() => {
    if (isBack && place.active !== null) grid.current?.focus(place.active);
    return () => remember();
  }, [isBack, place]);

  const goTo = (to: number): void => {
    if (count === 0) return;
    const at = Math.max(0, Math.min(to, count - 1));
    dispatch({ type: 'go', to: at, count });
    grid.current?.focus(at);
  };
  const begin = useEffectEvent(() => {
    if (list.isRenewed && !isBack) goTo(0);
  });
  const hasAny = count > 0;
  useEffect(() => {
    if (hasAny) begin();
  }, [hasAny]);
  const pickAt = (at: number, isRange: boolean): void => {
    const id = idAt(known, at);
    if (id === undefined) return;
    if (isRange) dispatch({ type: 'range', ids: idsBetween(known, picking.anchor ?? at, at), to: at });
    else dispatch({ type: 'toggle', id, at });
  };
  const active = picking.active === null ? undefined : idAt(known, picking.active);
  const targets = (): readonly string[] => (picking.picked.size > 0 ? [...picking.picked] : active === undefined ? [] : [active]);
  const act = (action: Action): void => {
    judging.run(targets(), action);
    // what is decided is done with; what is tagged may be assigned next
    if (action.type === 'change' && action.change.status !== undefined) dispatch({ type: 'clear' });
  };
  const events = useStableEvents({ onPick: pickAt, onPoint: preview.point, onPlay: preview.toggle });

  useListKeys(grid, {
    count,
    goTo,
    step: (by) => goTo(picking.active === null ? 0 : picking.active + by),
    open: () => (active === undefined ? undefined : navigate(`/incidents/${encodeURIComponent(active)}`)),
    pick: () => (picking.active === null ? goTo(0) : pickAt(picking.active, false)),
    extend: (by) => {
      const to = Math.max(0, Math.min((picking.active ?? 0) + by, count - 1));
      pickAt(to, true);
      grid.current?.focus(to);
    },
    pickAll: () => dispatch({ type: 'all', ids: known.flatMap(({ ids }) => ids) }),
    clear: () => dispatch({ type: 'clear' }),
    act,
    toggleReviewed: () => {
      const shown = targets().flatMap((id) => find(id) ?? []);
      act({ type: 'reviewed', reviewed: !shown.every(({ reviewed }) => reviewed) });
    },
    hasSelection: picking.picked.size > 0,
    showArrivals: () => (news.arrivals.size + news.stale.size > 0 ? onRenew() : undefined),
    preview: () => (active === undefined ? undefined : preview.toggle(active)),
    undo: judging.undo,
  });

  return (
    <>
      <ListStatus news={news} onShow={onRenew} />
      <IncidentGrid
        handle={grid}
        count={count}
        isComplete={pages.isComplete}
        scrollTop={isBack ? place.scrollTop : 0}
        picking={picking}
        playing={preview.playing}
        gone={news.gone}
        incidentAt={(at) => find(idAt(known, at) ?? '')}
        nameOf={(id) => names.get(id) ?? text.filters.former(id)}
        onSight={see}
        onFocus={(at) => {
          if (at !== picking.active) dispatch({ type: 'go', to: at, count });
        }}
        events={events}
      />
      {pages.error === null ? (
        <ListEnd count={count} isComplete={pages.isComplete} emptiness={emptiness} onReset={onReset} onShowAll={onShowAll} />
      ) : (
        <Problem error={pages.error} onRetry={pages.retry} />
      )}
      <div className={bars.foot}>
        <OutcomeBar judging={judging} />
        {selected.length === 0 ? null : <BulkBar selected={selected} onAct={act} onClear={() => dispatch({ type: 'clear' })} />}
      </div>
    </>
  );
}

/** The same functions at every turn, so that cards that did not change are not drawn again. */
function useStableEvents(events: CardEvents): CardEvents {
  const latest = useRef(events);
  useEffect(() => {
    latest.current = events;
  });
  const [stable] = useState<CardEvents>(() => ({
    onPick: (at, isRange) => latest.current.onPick(at, isRange),
    onPoint: (id) => latest.current.onPoint(id),
    onPlay: (id) => latest.current.onPlay(id),
  }));
  return stable;
}
