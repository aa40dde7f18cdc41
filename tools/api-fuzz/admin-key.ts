/** Signs in and makes an API key that may do everything. @param address Of the API service */
export async function adminKey(
  address: string,
  credentials: { readonly email: string; readonly password: string },
): Promise<string> {
  const signedIn = await send(address, '/api/v1/auth/sign-in', credentials, {});
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const created = await send(
    address,
    '/api/v1/api-keys',
    { name: 'fuzz', scopes: ['read', 'upload', 'review', 'manage', 'admin'] },
    { cookie },
  );
  const { key } = (await created.json()) as { readonly key: string };
  return key;
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
