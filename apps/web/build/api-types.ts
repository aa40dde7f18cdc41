import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';

/** TypeScript types of every route of an OpenAPI document. */
export async function apiTypesOf(document: object): Promise<string> {
  return astToString(await openapiTypescript(document as OpenAPI3, { alphabetize: true }));
}
