import { STATUS_CODES } from 'node:http';
import { operationIdOf } from '../register-route.ts';
import type { RouteDefinition } from '../route.ts';

interface Header {
  readonly description: string;
  readonly schema: object;
}

interface Reply {
  description: string;
  headers?: Record<string, Header>;
}

interface Operation {
  readonly operationId?: string;
  description?: string;
  parameters?: object[];
  requestBody?: object;
  readonly responses?: Record<string, Reply>;
}

/** The parts of an OpenAPI document that are finished here. */
export interface OpenApiDocument {
  readonly paths?: Record<string, Record<string, Operation>>;
  readonly components?: { readonly schemas?: Record<string, object> };
}

const ifMatch = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'Version of the record that the change was made on, as its `ETag` shows it; another stored version is a conflict.',
  schema: { type: 'string', pattern: '^"?[0-9]{1,15}"?$' },
};

const formType = 'multipart/form-data';

const retryAfter = { description: 'Seconds to wait', schema: { type: 'integer', minimum: 0 } };

/**
 * Adds to a generated document what the generator has no word for: replies by their names, headers, bodies that are streams. Leaves out
 * components that nothing refers to, and with them the twins of replies that no request body uses.
 */
export function finishDocument(document: OpenApiDocument, routes: readonly RouteDefinition[]): OpenApiDocument {
  const byId = new Map(routes.map((definition) => [operationIdOf(definition), definition]));
  for (const operation of Object.values(document.paths ?? {}).flatMap((path) => Object.values(path))) {
    for (const [status, reply] of Object.entries(operation.responses ?? {})) {
      if (reply.description === 'Default Response') reply.description = STATUS_CODES[status] ?? status;
      if (status === '429' || status === '503') reply.headers = { 'Retry-After': retryAfter };
    }
    const definition = byId.get(operation.operationId ?? '');
    if (definition?.description !== undefined) operation.description = definition.description;
    if (definition?.ifMatch) operation.parameters = [...(operation.parameters ?? []), ifMatch];
    if (definition?.rawBody !== undefined && operation.requestBody === undefined) {
      const content = Object.fromEntries(
        definition.rawBody.map((contentType) => [contentType, { schema: rawForm(contentType) }]),
      );
      operation.requestBody = { required: definition.rawBody.includes(formType), content };
    }
  }
  return withUsedComponents(document);
}

/** What a stream holds: the bytes of a file, or a form with files. */
function rawForm(contentType: string): object {
  const binary = { type: 'string', format: 'binary' };
  if (contentType !== formType) return binary;
  const files = { type: 'array', items: binary, minItems: 1 };
  return { type: 'object', properties: { file: files }, required: ['file'], additionalProperties: { type: 'string' } };
}

function withUsedComponents(document: OpenApiDocument): OpenApiDocument {
  const schemas = document.components?.schemas ?? {};
  const used = new Set<string>();
  const visit = (value: unknown): void => {
    for (const name of referencesIn(value)) {
      if (used.has(name)) continue;
      used.add(name);
      visit(schemas[name]);
    }
  };
  visit(document.paths);
  const kept = Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)));
  return withPlainNames({ ...document, components: { ...document.components, schemas: kept } }, used);
}

/** What only requests use has the name that its schema was given, without the generator's ending. */
function withPlainNames(document: OpenApiDocument, names: ReadonlySet<string>): OpenApiDocument {
  const plain = (name: string): string => {
    const short = name.replace(/Input$/, '');
    return names.has(short) ? name : short;
  };
  const schemas = Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => [plain(name), schema]);
  const renamed = { ...document, components: { ...document.components, schemas: Object.fromEntries(schemas) as object } };
  return JSON.parse(JSON.stringify(renamed), (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' ? `${reference}${plain(value.slice(reference.length))}` : value,
  ) as OpenApiDocument;
}

const reference = '#/components/schemas/';

function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === '$ref' && typeof item === 'string' ? [item.slice(reference.length)] : referencesIn(item),
  );
}
