import type { ErrorCode } from '@vigil/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Access, Caller, GuardedAccess } from './access.ts';

/** A method that routes use; HEAD comes with GET. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A reply that is no JSON. */
export interface BinaryReply {
  readonly description: string;
  readonly contentType: string;
}

/** A header that a route reads, for OpenAPI. */
export interface HeaderForm {
  readonly description: string;
  readonly required: boolean;
  /** Regular expression of its values. */
  readonly pattern: string;
}

/** One reply of a route: JSON of a schema, bytes, or null for an empty body. */
export type ReplyForm = z.ZodType | BinaryReply | null;

/** What the handler of a route gets, already checked. */
export interface RouteCall<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** What the handler of a route that is not public gets. */
export interface SignedInCall<Params, Query, Body> extends RouteCall<Params, Query, Body> {
  readonly caller: Caller;
}

interface RouteBase<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> {
  readonly method: Method;
  /** Address with `:name` for parameters. */
  readonly url: string;
  /** One line for the OpenAPI page. */
  readonly summary: string;
  /** Group of the OpenAPI page. */
  readonly tag: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Replies of success by status. Errors are added: what any route of its method, access and parameters may end in. */
  readonly replies: Readonly<Record<number, ReplyForm>>;
  /** Errors besides those, for OpenAPI. */
  readonly errors?: readonly ErrorCode[];
  /** Headers that it reads, for OpenAPI. */
  readonly headers?: Readonly<Record<string, HeaderForm>>;
  /** Whether it understands `If-Match` with the version that a change was made on. */
  readonly ifMatch?: boolean;
  /** More about it for the OpenAPI page. */
  readonly description?: string;
  /** Requests a caller may send in a window; the general limit where left out. */
  readonly rateLimit?: { readonly max: number; readonly windowSeconds: number };
  /** Most bytes of the body; 1 MiB where left out. */
  readonly bodyLimitBytes?: number;
  /** Takes bodies of these types as a stream, unread, in `request.raw`. */
  readonly rawBody?: readonly string[];
}

/** A route as it is registered: one row of the route table. */
export interface RouteDefinition extends RouteBase<z.ZodType, z.ZodType, z.ZodType> {
  readonly access: Access;
  readonly handler: (call: SignedInCall<unknown, unknown, unknown> & { readonly caller: Caller | null }) => Promise<unknown>;
}

type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/**
 * Declares a route that needs a signed-in caller. What the handler returns is sent as JSON with the first status of `replies`
 * unless it sets another; it returns `reply` where it sends by itself.
 */
export function route<
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
>(
  definition: RouteBase<Params, Query, Body> & {
    readonly access: GuardedAccess;
    readonly handler: (call: SignedInCall<Output<Params>, Output<Query>, Output<Body>>) => Promise<unknown>;
  },
): RouteDefinition {
  return definition as unknown as RouteDefinition;
}

/** Declares a route that everyone may use. */
export function publicRoute<
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
>(
  definition: RouteBase<Params, Query, Body> & {
    readonly handler: (call: RouteCall<Output<Params>, Output<Query>, Output<Body>>) => Promise<unknown>;
  },
): RouteDefinition {
  return { ...definition, access: 'public' } as unknown as RouteDefinition;
}
