import { errorBodySchema } from '@vigil/contracts';
import { z } from 'zod';
import { statusOf } from './error-status.ts';
import type { BinaryReply, ReplyForm, RouteDefinition } from './route.ts';

/** Every reply that a route can give, by status, for validation and OpenAPI: its own, and the errors that it may end in. */
export function documentedReplies(definition: RouteDefinition): Record<number, unknown> {
  const own = Object.entries(definition.replies).map(([status, form]) => [status, formOf(form)]);
  const errors = errorStatuses(definition).map((status) => [status, errorBodySchema]);
  return Object.fromEntries([...errors, ...own]) as Record<number, unknown>;
}

/** Whether a reply is no JSON. */
function isBinary(form: ReplyForm): form is BinaryReply {
  return form !== null && !(form instanceof z.ZodType);
}

/** Statuses of the errors that follow from what a route takes and gives, and of those that it names itself. */
function errorStatuses({ method, access, params, replies, errors = [] }: RouteDefinition): number[] {
  const changes = method !== 'GET';
  const files = Object.values(replies).some(isBinary);
  return [
    400,
    429,
    500,
    503,
    ...(access === 'public' ? [] : [401, 403]),
    ...(params ? [404] : []),
    ...(changes ? [404, 409, 413, 415, 422, 507] : []),
    ...(files ? [404, 410, 416] : []),
    ...errors.map(statusOf),
  ];
}

function formOf(form: ReplyForm): unknown {
  if (form === null) return z.undefined().describe('Nothing');
  if (!isBinary(form)) return form;
  return { description: form.description, content: { [form.contentType]: { schema: z.any() } } };
}
