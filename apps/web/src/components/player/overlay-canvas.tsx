import { type ReactNode, useEffect, useRef } from 'react';
import { drawOverlay } from './draw-overlay.ts';
import { fittedArea, type OverlayIncident, type OverlayLayer } from './overlay.ts';
import styles from './player.module.css';
import type { Playhead } from './playhead.ts';

/** Draws what was measured over the picture that is shown, as sharp as the screen is. Those who cannot see it read it in the evidence. */
export function OverlayCanvas({
  playhead,
  incidents,
  layers,
  aspect,
}: {
  readonly playhead: Playhead;
  readonly incidents: readonly OverlayIncident[];
  readonly layers: ReadonlySet<OverlayLayer>;
  readonly aspect: number;
}): ReactNode {
  const element = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = element.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const draw = (seconds: number): void => {
      const { clientWidth: width, clientHeight: height } = canvas;
      context.resetTransform();
      context.clearRect(0, 0, canvas.width, canvas.height);
      if (width === 0 || height === 0) return;
      context.scale(canvas.width / width, canvas.height / height);
      drawOverlay(context, { incidents, layers, area: fittedArea({ width, height }, aspect), seconds });
    };
    const fit = new ResizeObserver(() => {
      canvas.width = Math.round(canvas.clientWidth * devicePixelRatio);
      canvas.height = Math.round(canvas.clientHeight * devicePixelRatio);
      draw(playhead.seconds);
    });
    fit.observe(canvas);
    draw(playhead.seconds);
    const stop = playhead.listen(draw);
    return () => {
      stop();
      fit.disconnect();
    };
  }, [playhead, incidents, layers, aspect]);
  return <canvas ref={element} className={styles.overlay} aria-hidden />;
}
