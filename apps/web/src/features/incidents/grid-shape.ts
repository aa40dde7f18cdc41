import { type RefObject, useLayoutEffect, useState } from 'react';

/** Cards are no narrower, in CSS pixels, where the window allows. */
const leastCardWidth = 240;
const gap = 12;
/** Height of what is below a card's picture, in heights of the page's type: all cards are alike, so that no row has to be measured. */
const bodyRem = 10.4;
/** Below this width, in CSS pixels, a card is a line with its picture at the side: more of them are seen, and a list of a hundred thousand stays below the tallest element that browsers draw (about 17 million pixels). */
const leastStackedWidth = 492;
const lineRem = 9.5;

/** How cards lie in the room that they have, in CSS pixels. */
export interface GridShape {
  readonly columns: number;
  /** Whether a card's picture is at its side instead of on top. */
  readonly isLine: boolean;
  /** Height of a row with the gap below it. */
  readonly rowHeight: number;
  /** Distance of the grid from the top of the document. */
  readonly top: number;
}

/** The shape for a width. @param rem Height of the page's type, CSS pixels */
export function shapeFor(width: number, top: number, rem = 16): GridShape {
  if (width < leastStackedWidth) return { columns: 1, isLine: true, rowHeight: Math.ceil(lineRem * rem + gap), top };
  const columns = Math.floor((width + gap) / (leastCardWidth + gap));
  const cardWidth = (width - gap * (columns - 1)) / columns;
  return { columns, isLine: false, rowHeight: Math.ceil((cardWidth * 9) / 16 + bodyRem * rem + gap), top };
}

/** The shape of a grid as its element is now. */
export function useGridShape(element: RefObject<HTMLElement | null>): GridShape {
  const [shape, setShape] = useState(() => shapeFor(innerWidth, 0));
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const measure = (): void => {
      const { width, top } = current.getBoundingClientRect();
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const next = shapeFor(width, Math.round(top + scrollY), rem);
      setShape((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    measure();
    // what is above the grid may grow or shrink without the grid changing its size
    const watch = new ResizeObserver(measure);
    watch.observe(current);
    watch.observe(document.body);
    return () => watch.disconnect();
  }, [element]);
  return shape;
}
