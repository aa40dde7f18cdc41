import { type Html, html, trustedHtml } from './html.ts';

/**
 * A value as a data block that page scripts read by its id. `<` is written as an escape, so that no text in it can end
 * the element; the two line separators that JSON allows and old scripts do not are escaped too.
 */
export function embeddedJson(id: string, value: unknown): Html {
  const text = JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
  return html`<script type="application/json" id="${id}">
    ${trustedHtml(text)}
  </script>`;
}
