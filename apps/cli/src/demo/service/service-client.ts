import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { type Analysis, type ErrorBody, errorBodySchema, uploadResultsSchema, type Video, VigilError } from '@vigil/contracts';
import type { z } from 'zod';

/** What a program needs to speak to the services as a signed-in user. */
export interface Session {
  /** Base address of the API service. */
  readonly api: string;
  /** `Cookie` header. */
  readonly cookie: string;
}

/**
 * Signs in.
 *
 * @throws VigilError with the code of the service's answer
 */
export async function signIn(api: string, admin: { readonly email: string; readonly password: string }): Promise<Session> {
  const response = await fetch(`${api}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: api },
    body: JSON.stringify(admin),
  });
  if (!response.ok) throw await errorOf(response);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return { api, cookie };
}

/** Sends a request and checks the answer against a schema. @throws VigilError with the code of the service's answer */
export async function call<Schema extends z.ZodType>(
  session: Session,
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  schema: Schema,
  body?: unknown,
): Promise<z.output<Schema>> {
  const response = await fetch(`${session.api}${path}`, {
    method,
    headers: {
      cookie: session.cookie,
      origin: session.api,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw await errorOf(response);
  return schema.parse(await response.json());
}

/**
 * Uploads a file as a form, as `curl -F file=@video.mp4` does.
 *
 * @param wishes What is to become of it, as the form's fields; `docs/api.md` lists them.
 * @throws VigilError with the code of the service's answer
 */
export async function upload(
  session: Session,
  file: string,
  wishes: Readonly<Record<string, string>>,
): Promise<{ readonly video: Video; readonly analysis: Analysis | null }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(wishes)) form.set(name, value);
  form.set('file', await openAsBlob(file), basename(file));
  const response = await fetch(`${session.api}/api/v1/videos`, {
    method: 'POST',
    headers: { cookie: session.cookie, origin: session.api },
    body: form,
  });
  if (!response.ok) throw await errorOf(response);
  const [{ video, analysis, error }] = uploadResultsSchema.parse(await response.json()).results;
  if (error !== null) throw asError(error);
  if (video === null) throw new VigilError('internal', `The service says neither what became of ${file} nor why`);
  return { video, analysis };
}

async function errorOf(response: Response): Promise<VigilError> {
  const body: unknown = await response.json().catch(() => null);
  const { data } = errorBodySchema.safeParse(body);
  const known: ErrorBody = data ?? {
    code: 'internal',
    message: `The service answered ${response.status} ${response.statusText}`,
  };
  return asError(known);
}

function asError({ code, message, details }: ErrorBody): VigilError {
  return new VigilError(code, message, details ?? {});
}

/** Fetches a file. @throws VigilError with the code of the service's answer */
export async function download({ api, cookie }: Session, path: string): Promise<Uint8Array> {
  const response = await fetch(`${api}${path}`, { headers: { cookie } });
  if (!response.ok) throw await errorOf(response);
  return new Uint8Array(await response.arrayBuffer());
}
