/** What gestures on a timeline ask for. */
export interface GestureReceiver {
  /** Shares of the height, 0 at the top. */
  readonly zoom: (factor: number, aboutShare: number) => void;
  readonly pan: (byShare: number) => void;
  readonly press: (atShare: number) => void;
}

/** A press that moves further than this is a drag, CSS pixels. */
const clickPixels = 4;

/** Listens for wheel, drag, pinch and click on the lanes. @returns ends it */
export function startGestures(lanes: HTMLElement, receiver: GestureReceiver): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  const pointers = new Map<number, number>();
  let movedPixels = 0;
  const shareAt = (clientY: number): number => {
    const { top, height } = lanes.getBoundingClientRect();
    return (clientY - top) / height;
  };
  const spread = (): number => {
    const [a, b] = [...pointers.values()];
    return Math.max(10, Math.abs(a - b));
  };
  lanes.addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey || event.metaKey) receiver.zoom(Math.exp(-event.deltaY / 250), shareAt(event.clientY));
      else if (event.shiftKey) receiver.pan((event.deltaY + event.deltaX) / lanes.clientHeight);
      else return;
      event.preventDefault();
    },
    { signal, passive: false },
  );
  lanes.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return;
      if (pointers.size === 0) movedPixels = 0;
      pointers.set(event.pointerId, event.clientY);
      lanes.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  lanes.addEventListener(
    'pointermove',
    (event) => {
      const before = pointers.get(event.pointerId);
      if (before === undefined) return;
      const spreadBefore = pointers.size === 2 ? spread() : 0;
      pointers.set(event.pointerId, event.clientY);
      movedPixels += Math.abs(event.clientY - before);
      if (pointers.size === 2) {
        const [a, b] = [...pointers.values()];
        movedPixels = Infinity;
        receiver.zoom(spread() / spreadBefore, shareAt((a + b) / 2));
      } else if (movedPixels > clickPixels) receiver.pan((before - event.clientY) / lanes.clientHeight);
    },
    { signal },
  );
  const end = (event: PointerEvent): void => {
    if (!pointers.delete(event.pointerId)) return;
    if (event.type === 'pointerup' && pointers.size === 0 && movedPixels <= clickPixels) receiver.press(shareAt(event.clientY));
  };
  lanes.addEventListener('pointerup', end, { signal });
  lanes.addEventListener('pointercancel', end, { signal });
  return () => stopped.abort();
}
