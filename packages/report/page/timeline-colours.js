/**
 * Colours of the page's tokens as the canvas understands them: a canvas cannot read custom properties, so each is resolved
 * on an element that is never seen.
 *
 * @returns {(token: string) => string}
 */
export function readColours() {
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  /** @type {Map<string, string>} */
  const resolved = new Map();
  const names = [
    'text',
    'muted',
    'line',
    'panel',
    'sunken',
    'accent',
    'critical',
    'warning',
    'info',
    'lane-fused',
    'lane-motion',
    'lane-appearance',
    'lane-objects',
    'lane-pose',
    'lane-sound',
    'lane-camera',
    'lane-other',
  ];
  for (const name of names) {
    probe.style.color = `var(--${name})`;
    resolved.set(name, getComputedStyle(probe).color);
  }
  probe.remove();
  return (token) => resolved.get(token) ?? /** @type {string} */ (resolved.get('lane-other'));
}
