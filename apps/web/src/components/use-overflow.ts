import { type RefObject, useEffect, useState } from 'react';

/** Whether an element has more in it than it shows: then it has to be reached by keys, to be scrolled. */
export function useOverflow(of: RefObject<HTMLElement | null>): boolean {
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = of.current;
    if (element === null) return undefined;
    const look = (): void =>
      // a pixel may come of rounding
      setOverflows(element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
    const observer = new ResizeObserver(look);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [of]);
  return overflows;
}
