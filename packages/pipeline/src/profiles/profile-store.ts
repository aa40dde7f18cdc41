import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VigilError } from '@vigil/contracts';
import type { NormalityProfile } from '@vigil/detection';
import { writeFailure } from '../write-failure.ts';
import { decodeProfile, encodeProfile, profileVersion } from './profile-code.ts';

/** What a list of profiles shows of each. */
export interface ProfileSummary {
  readonly name: string;
  readonly version: string;
  /** 1 when first learned, one more with every extension. */
  readonly revision: number;
  readonly sources: readonly { readonly name: string; readonly seconds: number }[];
  readonly calibrationSeconds: number;
  readonly appearance: boolean;
  readonly sizeBytes: number;
  /** Why it cannot be used; null where it can. */
  readonly problem: string | null;
}

const ending = '.vigil-profile';

/** Names that are safe as file names everywhere. */
const namePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

function pathOf(folder: string, name: string): string {
  if (!namePattern.test(name)) {
    throw new VigilError(
      'bad-request',
      `The profile name ${JSON.stringify(name)} is not usable: 1 to 64 letters, digits, dots, dashes and underscores, starting with a letter or digit`,
      { name },
    );
  }
  return join(folder, `${name}${ending}`);
}

/**
 * Saves a profile; a kill at any moment leaves the old or the new one. Earlier revisions stay beside it, numbered.
 *
 * @returns the path of the file
 * @throws VigilError `bad-request` for an unusable name, `disk-full`, `not-writable`
 */
export async function saveProfile(folder: string, profile: NormalityProfile): Promise<string> {
  const path = pathOf(folder, profile.name);
  const partial = `${path}.${process.pid}.partial`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(partial, encodeProfile(profile), { flush: true });
    const previous = await readFile(path).catch(() => null);
    if (previous) await writeFile(join(folder, `${profile.name}.revision-${Math.max(0, profile.revision - 1)}`), previous);
    await rename(partial, path);
  } catch (cause) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw writeFailure(path, cause);
  }
  return path;
}

/**
 * Loads a profile by its name.
 *
 * @throws VigilError `profile-missing`, `profile-unreadable`, `profile-mismatch`, `bad-request` for an unusable name
 */
export async function loadProfile(folder: string, name: string): Promise<NormalityProfile> {
  const path = pathOf(folder, name);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') {
      const known = (await listProfiles(folder)).map((profile) => profile.name).join(', ') || 'none';
      throw new VigilError('profile-missing', `There is no profile ${name} in ${folder} (there are: ${known}); learn it first`, {
        name,
        folder,
      });
    }
    throw new VigilError('profile-unreadable', `The profile ${path} cannot be read`, { path }, cause);
  }
  return decodeProfile(bytes, path);
}

/** All profiles of a folder by name; an unusable one is listed with what is wrong with it. */
export async function listProfiles(folder: string): Promise<ProfileSummary[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith(ending)).toSorted();
  return Promise.all(files.map((file) => summarise(join(folder, file), file.slice(0, -ending.length))));
}

async function summarise(path: string, name: string): Promise<ProfileSummary> {
  const nothing = { name, version: '', revision: 0, sources: [], calibrationSeconds: 0, appearance: false, sizeBytes: 0 };
  try {
    const bytes = await readFile(path);
    const profile = decodeProfile(bytes, path);
    return {
      name,
      version: profileVersion(profile),
      revision: profile.revision,
      sources: profile.sources,
      calibrationSeconds: profile.calibrationSeconds,
      appearance: profile.detectorVersion !== null,
      sizeBytes: bytes.length,
      problem: null,
    };
  } catch (cause) {
    return { ...nothing, problem: cause instanceof Error ? cause.message : String(cause) };
  }
}
