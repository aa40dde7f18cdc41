import type { Html } from './html.ts';
import { readPageScript, readStyles } from './page-assets.ts';
import { renderPage } from './page-shell.ts';

/** Scripts of a page of figures in the order in which they build on each other. */
export const figuresPageModules = ['theme', 'help', 'figures-main'] as const;

/**
 * A self-contained page of tables and still charts in the design of the reports.
 *
 * @param parts - `heading` stands beside the product's name; `body` may hold a `dialog` of id `help`.
 */
export function renderFiguresPage(parts: { readonly title: string; readonly heading: string; readonly body: Html }): string {
  return renderPage({
    ...parts,
    styles: readStyles(['tokens', 'base', 'header', 'evidence', 'charts', 'sections', 'evaluation', 'print']),
    script: readPageScript(figuresPageModules),
  });
}
