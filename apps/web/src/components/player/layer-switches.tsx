import type { ReactNode } from 'react';
import { player as text } from '../../messages/en/player.ts';
import { type OverlayLayer, overlayLayers } from './overlay.ts';
import styles from './player.module.css';

/** Switches the layers over the picture one by one; those that have nothing to show are not offered. */
export function LayerSwitches({
  available,
  layers,
  onToggle,
}: {
  readonly available: readonly OverlayLayer[];
  readonly layers: ReadonlySet<OverlayLayer>;
  readonly onToggle: (layer: OverlayLayer) => void;
}): ReactNode {
  const shown = overlayLayers.filter((layer) => available.includes(layer));
  if (shown.length === 0) return null;
  return (
    <fieldset className={styles.layers}>
      <legend className={styles.legend}>{text.overlays}</legend>
      {shown.map((layer) => (
        <label key={layer} className={styles.layer} title={text.layerHints[layer]} data-layer={layer}>
          <input type="checkbox" checked={layers.has(layer)} onChange={() => onToggle(layer)} />
          {text.layers[layer]}
        </label>
      ))}
    </fieldset>
  );
}
