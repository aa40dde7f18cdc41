import { type RefObject, useLayoutEffect, useState } from 'react';

/** Cards are no narrower, in CSS pixels, where the window allows. */
const leastCardWidth = 240;
const gap = 12;
/** Height of what is below a card's picture, as a guess before it is measured. */
const bodyHeight = 158;

/** How cards lie in the room that they have, in CSS pixels. */
export interface GridShape {
  readonly columns: number;
  /** Guess of a row's height. */
  readonly rowHeight: number;
  /** Distance of the grid from the top of the document. */
  readonly top: number;
}

/** The shape for a width. */
export function shapeFor(width: number, top: number): GridShape {
  const columns = Math.max(1, Math.floor((width + gap) / (leastCardWidth + gap)));
  const cardWidth = (width - gap * (columns - 1)) / columns;
  return { columns, rowHeight: Math.round((cardWidth * 9) / 16 + bodyHeight + gap), top };
}

/** The shape of a grid as its element is now. */
export function useGridShape(element: RefObject<HTMLElement | null>): GridShape {
  const [shape, setShape] = useState(() => shapeFor(innerWidth, 0));
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const measure = (): void => {
      const { width, top } = current.getBoundingClientRect();
      const next = shapeFor(width, Math.round(top + scrollY));
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
