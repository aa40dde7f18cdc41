import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { apiTypesFile, makeApiTypes, services } from './make-api-types.ts';

test.each(services)('the web application has the types of the %s service as it is (else: npm run api-types)', async (service) => {
  expect(await makeApiTypes(service)).toBe(await readFile(apiTypesFile(service), 'utf8'));
});
