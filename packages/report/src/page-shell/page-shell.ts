import { createHash } from 'node:crypto';
import { type Html, html, trustedHtml } from './html.ts';

/** Parts of a self-contained page. */
export interface PageParts {
  readonly title: string;
  /** Words beside the product's name in the top bar. */
  readonly heading: string;
  readonly styles: string;
  readonly script: string;
  /** Content of the page below the top bar. */
  readonly body: Html;
}

/**
 * A complete HTML document in one file. Its content security policy allows this very style sheet and script (by hash),
 * pictures and clips that are embedded or lie beside the page, and nothing from the network.
 */
export function renderPage(parts: PageParts): string {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(parts.styles, parts.script)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${parts.title}</title>
        ${inlineElement('style', parts.styles)}
      </head>
      <body>
        <a class="skip-link" href="#content">Skip to the content</a>
        <header class="top-bar">
          <p class="brand">${mark}<b>Vigil</b><span>${parts.heading}</span></p>
          <div class="top-actions">
            <button type="button" class="quiet-button" id="theme-toggle" aria-label="Switch between light and dark">
              ${themeIcon}<span>Theme</span>
            </button>
            <button type="button" class="quiet-button" id="help-open" aria-haspopup="dialog" aria-keyshortcuts="?">
              <kbd>?</kbd><span>Help</span>
            </button>
          </div>
        </header>
        <main id="content">${parts.body}</main>
        ${inlineElement('script', parts.script)}
      </body>
    </html> `;
  return page.markup;
}

function contentSecurityPolicy(styles: string, script: string): string {
  return [
    `default-src 'none'`,
    `script-src '${sha256(script)}'`,
    `style-src '${sha256(styles)}'`,
    `img-src data: 'self' file:`,
    `media-src data: blob: 'self' file:`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

/** The text must reach the page to the character: its hash is what the policy allows. */
function inlineElement(name: 'style' | 'script', text: string): Html {
  return trustedHtml(`<${name}>${text}</${name}>`);
}

function sha256(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}

const mark = trustedHtml(
  '<svg class="brand-mark" viewBox="0 0 24 24" aria-hidden="true"><path d="M2 12C5 7 8.3 5 12 5s7 2 10 7c-3 5-6.3 7-10 7s-7-2-10-7Z" fill="none" stroke="currentColor" stroke-width="1.8"/><circle cx="12" cy="12" r="3.2" fill="currentColor"/></svg>',
);

const themeIcon = trustedHtml(
  '<svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="1.4"/><path d="M8 2.5a5.5 5.5 0 0 1 0 11Z" fill="currentColor"/></svg>',
);
