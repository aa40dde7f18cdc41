import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { uploadResultsSchema } from '@vigil/contracts';
import { admin, type KillableService } from './kill-services.ts';

/** An upload that the service has confirmed. */
export interface AcknowledgedUpload {
  readonly videoId: string;
  readonly sha256: string;
}

/** Uploads a file again and again until the service, which may be killed meanwhile, confirms it. */
export async function uploadUntilAcknowledged(
  api: KillableService,
  file: string,
  signal: AbortSignal,
): Promise<AcknowledgedUpload> {
  for (;;) {
    const answer = await tryUpload(api, file).catch(() => null);
    if (answer) return answer;
    await delay(300, undefined, { signal });
  }
}

async function tryUpload(api: KillableService, file: string): Promise<AcknowledgedUpload | null> {
  const address = await api.address;
  if (address === null) return null;
  const cookie = await signIn(address);
  const form = new FormData();
  form.set('file', await openAsBlob(file), basename(file));
  const response = await fetch(`${address}/api/v1/videos`, { method: 'POST', headers: { cookie, origin: address }, body: form });
  if (!response.ok) return null;
  const [{ video }] = uploadResultsSchema.parse(await response.json()).results;
  return video && { videoId: video.id, sha256: video.sha256 };
}

async function signIn(address: string): Promise<string> {
  const response = await fetch(`${address}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify(admin),
  });
  if (!response.ok) throw new Error(`signing in: ${response.status} ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}
