/**
 * Wires wheel, drag, pinch, press and keys on the lanes.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {import('./viewport.js').Viewport} viewport
 * @param {{ changed: () => void, hover: (x: number | null) => void, press: (x: number) => void }} report
 */
export function startGestures(canvas, viewport, report) {
  const xOf = (/** @type {MouseEvent} */ event) => event.clientX - canvas.getBoundingClientRect().left;
  const secondsAt = (/** @type {number} */ x) => viewport.start + (x / canvas.clientWidth) * (viewport.end - viewport.start);
  const panPixels = (/** @type {number} */ pixels) =>
    viewport.pan((pixels / canvas.clientWidth) * (viewport.end - viewport.start));
  /** @type {Map<number, number>} */
  const pointers = new Map();
  let travelled = 0;

  canvas.addEventListener(
    'wheel',
    (event) => {
      // Zooming out of the whole video would trap the page's own scrolling here.
      if (viewport.isWhole && event.deltaY > 0 && Math.abs(event.deltaY) >= Math.abs(event.deltaX)) return;
      event.preventDefault();
      const pixels = event.deltaMode === 1 ? 16 : 1;
      if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) panPixels((event.deltaX || event.deltaY) * pixels);
      else viewport.zoom(Math.exp(-event.deltaY * pixels * 0.002), secondsAt(xOf(event)));
      report.changed();
    },
    { passive: false },
  );

  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, xOf(event));
    travelled = 0;
  });

  canvas.addEventListener('pointermove', (event) => {
    const x = xOf(event);
    const before = pointers.get(event.pointerId);
    if (before === undefined) {
      report.hover(x);
      return;
    }
    travelled += Math.abs(x - before);
    if (pointers.size === 1 && travelled > 3) panPixels(before - x);
    if (pointers.size === 2) pinch(event.pointerId, before, x);
    pointers.set(event.pointerId, x);
    report.hover(event.pointerType === 'mouse' ? null : x);
    report.changed();
  });

  /**
   * @param {number} moving id of the pointer that moved
   * @param {number} before
   * @param {number} x
   */
  function pinch(moving, before, x) {
    const other = [...pointers].find(([id]) => id !== moving)?.[1] ?? x;
    const factor = Math.max(8, Math.abs(x - other)) / Math.max(8, Math.abs(before - other));
    viewport.zoom(factor, secondsAt(other));
  }

  canvas.addEventListener('pointerup', (event) => {
    if (pointers.delete(event.pointerId) && pointers.size === 0 && travelled <= 3) report.press(xOf(event));
  });
  canvas.addEventListener('pointercancel', (event) => pointers.delete(event.pointerId));
  canvas.addEventListener('pointerleave', () => report.hover(null));
  canvas.addEventListener('dblclick', (event) => {
    viewport.zoom(2.5, secondsAt(xOf(event)));
    report.changed();
  });
}

/**
 * Moves the view as a key asks for.
 *
 * @param {KeyboardEvent} event
 * @param {import('./viewport.js').Viewport} viewport
 * @returns {boolean} whether the key was one of the timeline's
 */
export function moveByKey(event, viewport) {
  const centre = (viewport.start + viewport.end) / 2;
  const step = (viewport.end - viewport.start) / 5;
  if (event.key === '+' || event.key === '=') viewport.zoom(1.5, centre);
  else if (event.key === '-' || event.key === '−') viewport.zoom(1 / 1.5, centre);
  else if (event.key === '0') viewport.fit();
  else if (event.shiftKey && event.key === 'ArrowLeft') viewport.pan(-step);
  else if (event.shiftKey && event.key === 'ArrowRight') viewport.pan(step);
  else return false;
  return true;
}
