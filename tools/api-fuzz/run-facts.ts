import { basename } from 'node:path';

/** What `hooks.py` is told of a run. */
export interface RunFacts {
  /** API key that may do everything. */
  readonly key: string;
  /** Cookie of a session, `name=value`. */
  readonly cookie: string;
  /** Cookies of sessions that may be ended. */
  readonly spareCookies: readonly string[];
  /** Origin that a page of the service has. */
  readonly origin: string;
  /** Ids of the key, user and session that the run lives on. */
  readonly own: readonly string[];
  /** Id of a user that may be changed. */
  readonly user: string;
  /** Id of an unfinished upload. */
  readonly upload: string;
  /** Path of a video that can be uploaded. */
  readonly videoFile: string;
}

const sessionsToEnd = 8;

/**
 * Signs in, and makes a key and what only the services can make.
 *
 * @param address Of the API service.
 * @param name Of the run, by which what it makes differs from what another makes.
 */
export async function openRun(
  address: string,
  credentials: { readonly email: string; readonly password: string },
  name: string,
): Promise<Omit<RunFacts, 'videoFile'>> {
  const cookie = await signIn(address, credentials);
  const spareCookies: string[] = [];
  // one after the other: many at once look like guessing
  while (spareCookies.length < sessionsToEnd) spareCookies.push(await signIn(address, credentials));
  const asPerson = { cookie };
  const { user, session } = await read<{ user: { id: string }; session: { id: string } }>(
    await fetch(`${address}/api/v1/auth/session`, { headers: asPerson }),
  );
  const scopes = ['read', 'upload', 'review', 'manage', 'admin'];
  const made = await send(address, '/api/v1/api-keys', { name, scopes }, asPerson);
  const { id: keyId, key } = await read<{ id: string; key: string }>(made);
  const authorization = { authorization: `Bearer ${key}` };
  const someone = { email: `someone-${name}@vigil.test`, name: 'Someone', role: 'viewer' };
  const added = await read<{ user: { id: string } }>(await send(address, '/api/v1/users', someone, authorization));
  const upload = await fetch(`${address}/api/v1/uploads`, {
    method: 'POST',
    headers: { ...authorization, 'tus-resumable': '1.0.0', 'upload-length': '1000' },
  });
  return {
    key,
    cookie,
    spareCookies,
    origin: address,
    own: [user.id, session.id, keyId],
    user: added.user.id,
    upload: basename(upload.headers.get('location') ?? ''),
  };
}

async function signIn(address: string, credentials: object): Promise<string> {
  const { headers } = await send(address, '/api/v1/auth/sign-in', credentials, {});
  return headers.getSetCookie()[0].split(';')[0];
}

async function send(address: string, path: string, body: object, headers: Record<string, string>): Promise<Response> {
  const response = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address, ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response;
}

async function read<Body>(response: Response): Promise<Body> {
  return (await response.json()) as Body;
}
