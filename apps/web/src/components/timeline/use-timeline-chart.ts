import { type RefObject, useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { type ChartContent, type ChartOptions, TimelineChart } from './timeline-chart.ts';
import { type GestureReceiver, startGestures } from './timeline-gestures.ts';

/** What the chart shows; another layout or colour scheme makes it anew, all else is drawn in its place. */
interface ChartInput extends Pick<ChartOptions, 'layout' | 'view'>, ChartContent {
  /** Colours are read when the chart is made. */
  readonly scheme: string;
}

/** Keeps a chart in a place of the page: its size, its view, and what is done to it. */
export function useTimelineChart(
  place: RefObject<HTMLElement | null>,
  input: ChartInput,
  receiver: GestureReceiver & { readonly hover: (seconds: number | null) => void },
): RefObject<TimelineChart | null> {
  const chart = useRef<TimelineChart>(null);
  const { layout, data, bands, selectedId, view, scheme } = input;
  const content = useMemo(() => ({ data, bands, selectedId }), [data, bands, selectedId]);
  const make = useEffectEvent(
    (parent: HTMLElement) => new TimelineChart(parent, { layout, content, view, onHover: (seconds) => hover(seconds) }),
  );
  const hover = useEffectEvent(receiver.hover);
  const zoom = useEffectEvent(receiver.zoom);
  const pan = useEffectEvent(receiver.pan);
  const press = useEffectEvent(receiver.press);
  useEffect(() => {
    const parent = place.current;
    if (parent === null) return;
    const made = make(parent);
    chart.current = made;
    const fit = new ResizeObserver(() => made.resize(parent.clientWidth, parent.clientHeight));
    fit.observe(parent);
    const stop = startGestures(made.over, {
      zoom: (factor, share) => zoom(factor, share),
      pan: (share) => pan(share),
      press: (share) => press(share),
    });
    return () => {
      stop();
      fit.disconnect();
      chart.current = null;
      made[Symbol.dispose]();
    };
  }, [place, layout, scheme]);
  useEffect(() => chart.current?.update(content), [content]);
  useEffect(() => chart.current?.show(view), [view]);
  return chart;
}
