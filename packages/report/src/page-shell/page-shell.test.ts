import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analysisPageModules } from '../analysis/analysis-report.ts';
import { embeddedJson } from './embedded-json.ts';
import { figuresPageModules } from './figures-page.ts';
import { escapeHtml, html } from './html.ts';
import { readPageScript } from './page-assets.ts';

const item = (text: string) => html`<li>${text}</li>`;

describe('html', () => {
  it('escapes text, keeps markup, joins lists and leaves nothing for null and false', () => {
    expect(html`<p title="${`"'`}">${['<b>', 'a & b'].map(item)}${null}${false}${3}</p>`.markup).toBe(
      '<p title="&quot;&#39;"><li>&lt;b&gt;</li><li>a &amp; b</li>3</p>',
    );
  });

  it('escapes all five characters that can leave a context', () => {
    expect(escapeHtml(`&<>"'`)).toBe('&amp;&lt;&gt;&quot;&#39;');
  });
});

describe('embeddedJson', () => {
  it('cannot be ended by its content and gives the value back', () => {
    const value = { file: '</script><script>alert(1)</script>\u2028' };
    const markup = embeddedJson('data', value).markup;
    const content = markup.slice(markup.indexOf('>') + 1, markup.lastIndexOf('</script>'));
    expect(content).not.toContain('<');
    expect(JSON.parse(content)).toEqual(value);
  });
});

describe('readPageScript', () => {
  const script = readPageScript(analysisPageModules);

  it('joins the modules into one script that parses', () => {
    expect(() => new Function(script)).not.toThrow();
    expect(script).not.toMatch(/^(import|export)\b/m);
  });

  it('joins modules whose names do not meet in the shared scope', () => {
    const names = [...script.matchAll(/^(?:async )?(?:function|const|let|class) (\w+)/gm)].map((match) => match[1]);
    expect(names.length).toBeGreaterThan(20);
    expect(names).toEqual([...new Set(names)]);
  });

  it('leaves no module of the page folder unused', () => {
    const modules = readdirSync(new URL('../../page/', import.meta.url)).filter((name) => name.endsWith('.js'));
    expect(modules.map((name) => name.replace('.js', '')).sort()).toEqual(
      [...new Set([...analysisPageModules, ...figuresPageModules])].sort(),
    );
  });
});
