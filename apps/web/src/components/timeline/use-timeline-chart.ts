import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import { type ChartOptions, TimelineChart } from './timeline-chart.ts';
import { type GestureReceiver, startGestures } from './timeline-gestures.ts';

/** What the chart is made from; another one of these makes it anew. */
interface ChartInput extends Omit<ChartOptions, 'onHover'> {
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
  const { data, bands, thresholdSurprise, selectedId, view, scheme } = input;
  const make = useEffectEvent(
    (parent: HTMLElement) => new TimelineChart(parent, { ...input, onHover: (seconds) => hover(seconds) }),
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
  }, [place, data, bands, thresholdSurprise, selectedId, scheme]);
  useEffect(() => chart.current?.show(view), [view]);
  return chart;
}
