import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { browserIsThere, executablePath, type Look, settled, withSignedInPages } from './picture-browser.ts';
import { picturePlaces } from './picture-places.ts';

/**
 * Takes pictures of every page and dialog of the web application, in both colour schemes and at three widths.
 *
 * Usage: node tools/pictures/web-pictures.ts --address http://127.0.0.1:3000 --email E --password P --out FOLDER [--only NAME,NAME]
 */
const { values } = parseArgs({
  options: {
    address: { type: 'string', default: 'http://127.0.0.1:3000' },
    wall: { type: 'string', default: 'http://127.0.0.1:8001' },
    email: { type: 'string' },
    password: { type: 'string' },
    out: { type: 'string', default: 'vigil-pictures' },
    only: { type: 'string' },
    widths: { type: 'string', default: '390,1280,1920' },
    schemes: { type: 'string', default: 'dark,light' },
  },
});
const { email, password, address, out } = values;
const only = values.only?.split(',');
if (email === undefined || password === undefined || !browserIsThere()) {
  process.stderr.write(`usage: web-pictures.ts --email E --password P [--address URL] [--out FOLDER]; needs ${executablePath}\n`);
  process.exit(2);
}
/** Pages whose lists have no end are shown as far as the window goes. */
const fixedPages: ReadonlySet<string> = new Set(['incidents', 'wall']);
const looks = values.schemes
  .split(',')
  .flatMap((scheme) => values.widths.split(',').map((width): Look => ({ scheme: scheme as 'dark', width: Number(width) })));

await mkdir(out, { recursive: true });
await withSignedInPages({ address, email, password }, async (openPage) => {
  for (const look of looks) {
    const page = await openPage(look);
    for (const { name, path, open } of await picturePlaces(page)) {
      if (only !== undefined && !only.includes(name)) continue;
      await page.goto(new URL(path, name === 'wall' ? values.wall : address).href);
      await settled(page);
      await open?.(page);
      // what opens lies over the window, and is as large as it
      const fullPage = open === undefined && !fixedPages.has(name);
      await page.screenshot({ path: join(out, `${name}-${look.scheme}-${look.width}.png`), fullPage });
    }
    await page.context().close();
  }
});
