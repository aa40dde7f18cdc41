import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { VigilError } from '@vigil/contracts';
import type { Store } from '@vigil/store';
import { secretFile } from './secret-file.ts';

const stateId = 'session-secret';
const fewestCharacters = 32;

/**
 * The secret that cookies are signed with: the configured one; otherwise one that is made once and kept where every process of the
 * installation finds it, `secrets/session-secret` of the data folder beside the embedded store, the database beside MongoDB.
 *
 * @throws VigilError `bad-request` where what was kept is too short to be one, `not-writable`, `store-unavailable`
 */
export async function openSessionSecret({
  configured,
  dataFolder,
  store,
}: {
  readonly configured: string | null;
  readonly dataFolder: string;
  readonly store: Store;
}): Promise<string> {
  if (configured !== null) return configured;
  const path = join(dataFolder, 'secrets', 'session-secret');
  const secret = store.kind === 'sqlite' ? await secretFile(path, makeSecret) : await secretOfStore(store);
  if (secret.length < fewestCharacters) {
    const where = store.kind === 'sqlite' ? path : `of the database (${stateId})`;
    const text = `The session secret ${where} has ${secret.length} characters, not ${fewestCharacters}; remove it to have a new one`;
    throw new VigilError('bad-request', text, { length: secret.length });
  }
  return secret;
}

function makeSecret(): string {
  return randomBytes(48).toString('base64url');
}

async function secretOfStore({ serviceStates }: Store): Promise<string> {
  const found = await serviceStates.get(stateId);
  if (found !== null) return String(found.values.secret);
  try {
    const made = await serviceStates.insert({ id: stateId, values: { secret: makeSecret() } });
    return String(made.values.secret);
  } catch (error) {
    if (!(error instanceof VigilError && error.code === 'conflict')) throw error;
    return String((await serviceStates.get(stateId))?.values.secret ?? '');
  }
}
