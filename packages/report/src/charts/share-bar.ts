import { type Html, html } from '../page-shell/html.ts';

/** A bar for a value of 0 to 1. Its words stand beside it or in `label`; the bar alone tells nothing to a screen reader. */
export function shareBar(share: number, label: string): Html {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
  return html`<svg class="share-bar" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label="${label}">
    <rect class="share-track" width="100" height="6" />
    <rect class="share-fill" width="${percent}" height="6" />
  </svg>`;
}
