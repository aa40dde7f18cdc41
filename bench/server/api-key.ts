/** Who signs in to the services of a benchmark. */
export const admin = { email: 'bench@vigil.localhost', password: 'benchmark-only-password' };

/** Makes an API key that may read. */
export async function apiKey(api: string): Promise<string> {
  const headers = { 'content-type': 'application/json', origin: api };
  const signedIn = await fetch(`${api}/api/v1/auth/sign-in`, { method: 'POST', headers, body: JSON.stringify(admin) });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const body = JSON.stringify({ name: 'bench', scopes: ['read'] });
  const made = await fetch(`${api}/api/v1/api-keys`, { method: 'POST', headers: { ...headers, cookie }, body });
  const answer = (await made.json()) as { key?: string; message?: string };
  if (answer.key === undefined) throw new TypeError(`No key: ${answer.message ?? made.status}`);
  return answer.key;
}
