import { type Html, html } from '../page-shell/html.ts';

/** Settings and versions that made a result, folded away until asked for. */
export function provenanceSection(settings: Readonly<Record<string, unknown>>, versions: Readonly<Record<string, string>>): Html {
  return html`<details class="panel provenance">
    <summary>Settings and versions</summary>
    <div class="provenance-tables">${table('Versions', Object.entries(versions))}${table('Settings', flatten(settings))}</div>
  </details>`;
}

function table(caption: string, rows: readonly (readonly [string, string])[]): Html {
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <tbody>
      ${rows.map(
        ([name, value]) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td>${value}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function flatten(value: Readonly<Record<string, unknown>>, prefix = ''): [string, string][] {
  return Object.entries(value).flatMap(([name, inner]): [string, string][] => {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    if (typeof inner === 'object' && inner !== null && !Array.isArray(inner))
      return flatten(inner as Record<string, unknown>, path);
    return [[path, typeof inner === 'string' ? inner : JSON.stringify(inner)]];
  });
}
