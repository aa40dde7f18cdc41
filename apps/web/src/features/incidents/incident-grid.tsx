import type { IncidentSummary } from '@vigil/contracts';
import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useCallback, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { incidentList } from '../../messages/en/incidents.ts';
import { useGridShape } from './grid-shape.ts';
import { type CardEvents, IncidentCard } from './incident-card.tsx';
import styles from './incident-grid.module.css';
import type { Picking } from './picking.ts';
import type { Sight } from './use-incident-pages.ts';

/** What the keys of the page need of the grid. */
export interface GridHandle {
  readonly columns: number;
  readonly scrollTop: number;
  /** Brings a place into sight and gives it the focus. */
  focus(place: number): void;
}

/** Rows beyond what is in sight, above and below. */
const overscan = 2;
/** Room for the bars that lie over the grid, in CSS pixels. */
const barHeight = 84;

/** Cards in rows, of which only those in sight and the one with the focus are in the document. */
export function IncidentGrid({
  handle,
  count,
  isComplete,
  scrollTop,
  picking,
  playing,
  gone,
  incidentAt,
  nameOf,
  onSight,
  onFocus,
  events,
}: {
  readonly handle: RefObject<GridHandle | null>;
  readonly count: number;
  readonly isComplete: boolean;
  /** Where the window is scrolled to at first, in CSS pixels. */
  readonly scrollTop: number;
  readonly picking: Picking;
  /** The incident whose preview plays. */
  readonly playing: string | null;
  /** Incidents that were removed since the list was read. */
  readonly gone: ReadonlySet<string>;
  /** Undefined where it is not in memory. */
  readonly incidentAt: (place: number) => IncidentSummary | undefined;
  readonly nameOf: (userId: string) => string;
  readonly onSight: (sight: Sight) => void;
  readonly onFocus: (place: number) => void;
  readonly events: CardEvents;
}): ReactNode {
  const grid = useRef<HTMLDivElement>(null);
  const wanted = useRef<number | null>(null);
  const { columns, isLine, rowHeight, top } = useGridShape(grid);
  const activeRow = picking.active === null ? null : Math.floor(picking.active / columns);
  const rows = useWindowVirtualizer({
    count: Math.ceil(count / columns),
    estimateSize: useCallback(() => rowHeight, [rowHeight]),
    overscan,
    // the window moves at once, and what it shows follows
    useFlushSync: false,
    scrollMargin: top,
    scrollPaddingStart: barHeight,
    scrollPaddingEnd: barHeight,
    initialOffset: scrollTop,
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const shown = defaultRangeExtractor(range);
        if (activeRow === null || activeRow >= range.count || shown.includes(activeRow)) return shown;
        return [...shown, activeRow].toSorted((a, b) => a - b);
      },
      [activeRow],
    ),
  });
  useLayoutEffect(() => rows.measure(), [rows, rowHeight]);
  useLayoutEffect(() => {
    window.scrollTo(0, scrollTop);
  }, [scrollTop]);

  const first = (rows.range?.startIndex ?? 0) * columns;
  const last = Math.max(first, ((rows.range?.endIndex ?? 0) + 1) * columns - 1);
  useEffect(() => onSight({ first, last }), [onSight, first, last]);

  useImperativeHandle(handle, () => ({
    columns,
    get scrollTop() {
      return rows.scrollOffset ?? 0;
    },
    focus(place) {
      wanted.current = place;
      rows.scrollToIndex(Math.floor(place / columns), { align: 'auto' });
    },
  }));
  useEffect(() => {
    if (wanted.current === null) return;
    const cell = grid.current?.querySelector<HTMLElement>(`[data-place="${wanted.current}"]`);
    if (cell === null || cell === undefined) return;
    wanted.current = null;
    cell.focus({ preventScroll: true });
  });

  return (
    <div
      ref={grid}
      role="grid"
      aria-label={incidentList.list.name}
      aria-multiselectable
      aria-rowcount={isComplete ? Math.ceil(count / columns) : -1}
      aria-colcount={columns}
      className={styles.rows}
      data-lines={isLine}
      style={{ height: rows.getTotalSize() }}
    >
      {rows.getVirtualItems().map(({ index, key, start }) => (
        <div
          key={key}
          role="row"
          aria-rowindex={index + 1}
          className={styles.row}
          style={{
            height: rowHeight,
            gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            transform: `translateY(${start - top}px)`,
          }}
        >
          {Array.from({ length: Math.min(columns, count - index * columns) }, (_, column) => {
            const place = index * columns + column;
            const incident = incidentAt(place);
            const isPicked = incident !== undefined && picking.picked.has(incident.id);
            return (
              <div
                key={place}
                role="gridcell"
                aria-colindex={column + 1}
                aria-selected={isPicked}
                data-place={place}
                tabIndex={place === (picking.active ?? 0) ? 0 : -1}
                className={styles.cell}
                onFocus={({ currentTarget }) => {
                  onFocus(place);
                  if (incident !== undefined && currentTarget.matches(':focus-visible')) events.onPoint(incident.id);
                }}
                onBlur={() => events.onPoint(null)}
              >
                {incident === undefined ? (
                  <div className={styles.waiting} aria-busy />
                ) : (
                  <IncidentCard
                    incident={incident}
                    at={place}
                    isPicked={isPicked}
                    isPlaying={incident.id === playing}
                    isGone={gone.has(incident.id)}
                    assignee={incident.assignedTo === null ? null : nameOf(incident.assignedTo)}
                    events={events}
                  />
                )}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
