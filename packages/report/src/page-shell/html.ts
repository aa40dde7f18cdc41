/** Markup that is safe to place in a page as it stands. Only {@link html} and {@link trustedHtml} make it. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }

  toString(): string {
    return this.markup;
  }
}

/** What may stand in an {@link html} template: text is escaped, markup is kept, `null` and `false` leave nothing. */
export type HtmlPart = string | number | Html | null | undefined | false | readonly HtmlPart[];

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text made harmless inside HTML and SVG, in elements and in quoted attributes alike. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] as string);
}

/** Template tag: escapes every value that is not {@link Html} already, so that a file name can never become markup. */
export function html(strings: TemplateStringsArray, ...parts: HtmlPart[]): Html {
  let markup = strings[0] as string;
  parts.forEach((part, index) => {
    markup += render(part) + (strings[index + 1] as string);
  });
  return new Html(markup);
}

/** Marks markup as safe that this package made itself; never for text from outside. */
export function trustedHtml(markup: string): Html {
  return new Html(markup);
}

function render(part: HtmlPart): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.markup;
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return escapeHtml(part);
  return part.map(render).join('');
}
