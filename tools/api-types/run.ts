import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { apiTypesFile, makeApiTypes, services } from './make-api-types.ts';

// Writes the types that the web application knows the services by.
for (const service of services) {
  await mkdir(dirname(apiTypesFile(service)), { recursive: true });
  await writeFile(apiTypesFile(service), await makeApiTypes(service));
}
