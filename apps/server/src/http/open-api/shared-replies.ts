import { STATUS_CODES } from 'node:http';
import type { OpenApiDocument, Reply } from './finish-document.ts';

/**
 * Writes what many routes answer alike once, under the name of its status, and refers to it from every route: errors, and replies
 * without a body. What a route answers in its own words stays with it. Changes the document.
 */
export function shareReplies(document: OpenApiDocument): OpenApiDocument {
  const shared: Record<string, Reply> = {};
  for (const { responses = {} } of Object.values(document.paths ?? {}).flatMap((path) => Object.values(path))) {
    for (const [status, reply] of Object.entries(responses)) {
      const name = STATUS_CODES[status]?.replaceAll(/[^A-Za-z]/g, '');
      if (name === undefined || !isAlike(reply)) continue;
      shared[name] ??= reply;
      if (JSON.stringify(shared[name]) === JSON.stringify(reply)) responses[status] = { $ref: `#/components/responses/${name}` };
    }
  }
  const responses = Object.fromEntries(Object.entries(shared).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return { ...document, components: { ...document.components, responses } };
}

/** Whether a reply may stand for those of other routes: it is an error, or has no body. */
function isAlike({ content }: Reply): boolean {
  return content === undefined || content['application/json']?.schema.$ref === '#/components/schemas/Error';
}
