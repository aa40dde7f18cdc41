import { STATUS_CODES } from 'node:http';
import { operationIdOf } from '../register-route.ts';
import type { HeaderForm, RouteDefinition } from '../route.ts';
import { withPlainComponents } from './plain-components.ts';
import { shareReplies } from './shared-replies.ts';

interface Header {
  readonly description: string;
  readonly schema: object;
}

/** A reply of a route, or where it is written. */
export interface Reply {
  description?: string;
  headers?: Record<string, Header>;
  readonly content?: Readonly<Record<string, { readonly schema: { readonly $ref?: string } }>>;
  readonly $ref?: string;
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
  readonly components?: { readonly schemas?: Record<string, object>; readonly responses?: Readonly<Record<string, Reply>> };
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
 * Adds to a generated document what the generator has no word for: replies by their names, headers, bodies that are streams; and writes
 * what repeats once.
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
    const headers = Object.entries(definition?.headers ?? {}).map(([name, form]) => headerParameter(name, form));
    operation.parameters = [...(operation.parameters ?? []), ...headers, ...(definition?.ifMatch ? [ifMatch] : [])];
    if (definition?.rawBody !== undefined && operation.requestBody === undefined) {
      const content = Object.fromEntries(
        definition.rawBody.map((contentType) => [contentType, { schema: rawForm(contentType) }]),
      );
      operation.requestBody = { required: definition.rawBody.includes(formType), content };
    }
  }
  return shareReplies(withPlainComponents(document));
}

function headerParameter(name: string, { description, required, pattern }: HeaderForm): object {
  return { name, in: 'header', required, description, schema: { type: 'string', pattern } };
}

/** What a stream holds: the bytes of a file, or a form with files. */
function rawForm(contentType: string): object {
  const binary = { type: 'string', format: 'binary' };
  if (contentType !== formType) return binary;
  const files = { type: 'array', items: binary, minItems: 1 };
  return { type: 'object', properties: { file: files }, required: ['file'], additionalProperties: { type: 'string' } };
}
