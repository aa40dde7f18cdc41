import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { browserIsThere, executablePath, type Look, settled, withSignedInPages } from './picture-browser.ts';
import { picturePlaces } from './picture-places.ts';

/**
 * Takes the pictures of the README, from services that hold what the demo has found.
 *
 * Usage: node tools/pictures/readme-pictures.ts --address http://127.0.0.1:3000 --wall http://127.0.0.1:8001 --email E --password P
 */
const { values } = parseArgs({
  options: {
    address: { type: 'string', default: 'http://127.0.0.1:3000' },
    wall: { type: 'string', default: 'http://127.0.0.1:8001' },
    email: { type: 'string' },
    password: { type: 'string' },
    out: { type: 'string', default: fileURLToPath(new URL('../../docs/images', import.meta.url)) },
  },
});
const { address, email, password } = values;
if (email === undefined || password === undefined || !browserIsThere()) {
  process.stderr.write(
    `usage: readme-pictures.ts --email E --password P [--address URL] [--wall URL]; needs ${executablePath}\n`,
  );
  process.exit(2);
}

/** A picture: of which page, how it looks, and how much of it, CSS pixels. */
interface ReadmePicture {
  readonly file: string;
  readonly page: string;
  readonly look: Look;
  readonly height: number;
}

const pictures: readonly ReadmePicture[] = [
  { file: 'incidents.jpg', page: 'incidents', look: { scheme: 'dark', width: 1280 }, height: 800 },
  { file: 'incident.jpg', page: 'incident', look: { scheme: 'light', width: 1280 }, height: 1250 },
  { file: 'phone.jpg', page: 'incidents', look: { scheme: 'dark', width: 390 }, height: 844 },
  { file: 'wall.jpg', page: 'wall', look: { scheme: 'dark', width: 1280 }, height: 800 },
];

await withSignedInPages({ address, email, password }, async (openPage) => {
  for (const { file, page: name, look, height } of pictures) {
    const page = await openPage(look);
    const place = (await picturePlaces(page)).find((known) => known.name === name);
    if (place === undefined) throw new Error(`The services have nothing to show on the page ${name}`);
    await page.setViewportSize({ width: look.width, height });
    await page.goto(new URL(place.path, name === 'wall' ? values.wall : address).href);
    await settled(page);
    await page.screenshot({ path: join(values.out, file), type: 'jpeg', quality: 82 });
    await page.context().close();
  }
});
