import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiTypesOf } from '@vigil/web/api-types';
import { serve, type Service } from '../api-fuzz/served-services.ts';

/** The services whose types the web application has. */
export const services = ['api', 'dashboard'] as const satisfies readonly Service[];

/** Types of every route of a service, from the `openapi.json` that it serves. */
export async function makeApiTypes(service: Service): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-api-types-'));
  try {
    await using served = await serve(service, {
      DATA_DIR: folder,
      ADMIN_EMAIL: 'admin@vigil.test',
      ADMIN_PASSWORD: 'only for this run',
    });
    const document = (await (await fetch(`${served.address}/openapi.json`)).json()) as object;
    return `// Made by \`npm run api-types\` from the openapi.json of the ${service} service.\n${await apiTypesOf(document)}`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** File that the types of a service are kept in. */
export function apiTypesFile(service: Service): string {
  return join(import.meta.dirname, '../../apps/web/src/lib/api/generated', `${service}.ts`);
}
