import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DetailedError, Upload } from 'tus-js-client';
import type { UploadService } from './upload-service.ts';

/** How a client uploads. */
export interface Sending {
  readonly content: Buffer;
  readonly metadata?: Record<string, string>;
  readonly chunkSize?: number;
  /** An upload that was begun before. */
  readonly uploadUrl?: string;
  /** Stops the client once the server has so many bytes. */
  readonly stopAfterBytes?: number;
}

/** Pictures of noise, which do not compress: a few hundred kilobytes in two seconds, so that an upload can be cut in the middle. */
export const noise = {
  width: 320,
  height: 240,
  /** RGB, 0 to 255. */
  paint: (index: number): Uint8Array =>
    Uint8Array.from({ length: 320 * 240 * 3 }, (_, at) => Math.imul(at + index * 7919, 2_654_435_761) >>> 24),
};

/** The content of a file that is made in a folder of its own, which goes again. */
export function contentOf(name: string, make: (path: string) => void): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-upload-files-'));
  try {
    make(join(folder, name));
    return readFileSync(join(folder, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Uploads as a browser does; resolves with the address of the upload. */
export async function sendUpload(service: UploadService, sending: Sending): Promise<string> {
  const { content, metadata = { filename: 'street.mp4' }, stopAfterBytes, ...rest } = sending;
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const upload = new Upload(content, {
    endpoint: `${service.address}/api/v1/uploads`,
    headers: { 'x-user': 'olga' },
    retryDelays: [],
    metadata,
    ...rest,
    onError: reject,
    onSuccess: () => resolve(upload.url ?? ''),
    onChunkComplete: (_, bytesAccepted) => {
      if (stopAfterBytes === undefined || bytesAccepted < stopAfterBytes) return;
      void upload.abort().then(() => resolve(upload.url ?? ''));
    },
  });
  upload.start();
  return await promise;
}

/** What the server answered a client that failed. */
export async function refusalOf(sending: Promise<string>): Promise<{ status: number; body: { code: string; message: string } }> {
  const error: unknown = await sending.catch((thrown: unknown) => thrown);
  if (!(error instanceof DetailedError)) throw new Error(`not refused: ${String(error)}`);
  const response = error.originalResponse;
  return { status: response?.getStatus() ?? 0, body: JSON.parse(response?.getBody() ?? 'null') };
}
