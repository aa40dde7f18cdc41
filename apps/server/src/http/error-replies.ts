import { VigilError } from '@vigil/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { statusOf } from './error-status.ts';

/** Makes every error of an app one of `{ code, message, requestId, details? }`. */
export function replyWithErrors(app: FastifyInstance): void {
  app.setErrorHandler((thrown, request, reply) => sendError(asVigilError(thrown), request, reply, thrown));
}

/** Sends an error in the one format; faults of our own are logged with their stack and told without it. */
export function sendError(
  error: VigilError,
  request: FastifyRequest,
  reply: FastifyReply,
  thrown: unknown = error,
): FastifyReply {
  const status = statusOf(error.code);
  if (status >= 500) request.log.error({ err: thrown, code: error.code }, 'request failed');
  else request.log.info({ code: error.code }, error.message);
  const { retryAfterSeconds } = error.details;
  if (typeof retryAfterSeconds === 'number') reply.header('retry-after', String(Math.ceil(retryAfterSeconds)));
  else if (error.code === 'store-unavailable' || error.code === 'shutting-down') reply.header('retry-after', '5');
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .serializer((body: string) => body)
    .send(JSON.stringify(error.toBody(request.id)));
}

/** What an error of the framework means in our terms. */
export function asVigilError(thrown: unknown): VigilError {
  if (thrown instanceof VigilError) return thrown;
  if (hasZodFastifySchemaValidationErrors(thrown)) return invalidRequest(thrown.validationContext, thrown.validation);
  const { statusCode, code, message } = thrown as { statusCode?: number; code?: string; message?: string };
  if (statusCode === 413) return new VigilError('too-large', message ?? 'The body is too large');
  if (statusCode === 415) return new VigilError('media-type-unsupported', message ?? 'The content type is not accepted');
  if (statusCode === 429) return new VigilError('rate-limited', message ?? 'Too many requests');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new VigilError(
      'bad-request',
      (message ?? 'The request is wrong').slice(0, 500),
      code === undefined ? {} : { reason: code },
    );
  return new VigilError(
    'internal',
    'Something happened that the code says cannot happen; the log has it under the request id',
    {},
    thrown,
  );
}

/** A long list with the same fault in each item is told by its first faults. */
const toldProblems = 20;

function invalidRequest(
  part: string | undefined,
  faults: readonly { readonly instancePath: string; readonly message?: string | undefined }[],
): VigilError {
  const problems = faults.slice(0, toldProblems).map(({ instancePath, message }) => ({
    where: `${part === 'querystring' ? 'query' : (part ?? 'request')}${instancePath === '/' ? '' : instancePath}`.slice(0, 300),
    problem: (message ?? 'is wrong').slice(0, 500),
  }));
  const [first] = problems;
  return new VigilError('bad-request', `${first.where}: ${first.problem}`, { problems });
}
