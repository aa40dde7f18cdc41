import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** Source of the tool that looks for faults of accessibility. */
export async function readAxe(): Promise<string> {
  return await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
}

/**
 * What is wrong with a page as it is now, or with the dialog that lies over it, as text: serious and critical faults of accessibility, and
 * being wider than the screen.
 */
export async function faultsOf(page: Page, axe: string): Promise<readonly string[]> {
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.addScriptTag({ content: axe });
  const { violations } = (await page.evaluate(
    `axe.run(document.querySelector('dialog:modal, [role=dialog][aria-modal=true]') ?? document, { resultTypes: ['violations'] })`,
  )) as AxeResult;
  const wider = (await page.evaluate('document.documentElement.scrollWidth - innerWidth')) as number;
  return [
    ...violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`)),
    ...(wider > 0 ? [`${wider} px wider than the screen`] : []),
  ];
}
