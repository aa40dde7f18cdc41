import type { DetailedError, HttpRequest, HttpResponse, UploadOptions } from 'tus-js-client';
import { fingerprintOf, type ResumeStorage } from './resume-storage.ts';
import type { OpenTransfer, Transfer } from './transfer.ts';
import type { UploadProblem } from './upload-item.ts';
import { metadataOf } from './upload-wishes.ts';

/** Parts of this size are acknowledged one by one, bytes: large enough to cost nothing, small enough for any proxy in between. */
const partBytes = 32 * 2 ** 20;
/** Pauses before the server is tried again, milliseconds: about a quarter of an hour in all, for a restart or a machine that sleeps. */
const retryDelays = [0, 500, 1000, 2000, 4000, 8000, ...Array.from({ length: 60 }, () => 15_000)];
/** Answers to "how far is it?" after which there is no such upload any more. */
const goneStatuses = new Set([404, 410]);
const lockedStatus = 423;

/** The server refuses to say how far an upload is. */
class PositionRefused extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`The server answered with status ${status}`);
    this.status = status;
  }
}

/**
 * Uploads by the tus protocol, resumed where they were.
 *
 * @param endpoint Absolute address of `/api/v1/uploads`.
 */
export function tusTransfers(endpoint: string, storage: ResumeStorage): OpenTransfer {
  return async ({ file, folder }, wishes, listener) => {
    const { Upload } = await import('tus-js-client');
    const options: UploadOptions = {
      endpoint,
      chunkSize: partBytes,
      retryDelays,
      urlStorage: storage,
      fingerprint: async () => fingerprintOf(file, folder),
      storeFingerprintForResuming: true,
      removeFingerprintOnSuccess: true,
      metadata: { ...fileIn(file, folder), ...metadataOf(wishes) },
      onProgress: (sentBytes) => {
        listener.reconnecting(false);
        listener.progress(sentBytes);
      },
      onAfterResponse: (request, response) => refuseNewBeginning(request, response),
      onShouldRetry: (error) => {
        if (!mayPass(statusOf(error))) return false;
        listener.reconnecting(true);
        void failWhereUnreadable();
        return true;
      },
      onError: (error) => listener.failed(problemOf(error)),
      onSuccess: () => listener.done(upload.url?.split('/').at(-1) ?? ''),
    };
    const upload = new Upload(file, options);
    // a file that was changed or removed looks like a lost connection
    const failWhereUnreadable = async (): Promise<void> => {
      try {
        await file.slice(0, 1).arrayBuffer();
      } catch {
        await upload.abort();
        listener.failed({ code: 'unreadable-here', message: null });
      }
    };
    return transferOf(upload, async () => {
      const [previous] = await upload.findPreviousUploads();
      if (previous !== undefined) upload.resumeFromPreviousUpload(previous);
    });
  };
}

function transferOf(
  upload: { url: string | null; start(): void; abort(giveUp?: boolean): Promise<void> },
  findPrevious: () => Promise<void>,
): Transfer {
  // counts what was asked for: only the last counts, once an earlier upload was looked for
  let wish = 0;
  const begin = async (mine: number): Promise<void> => {
    if (upload.url === null) await findPrevious();
    if (wish === mine) upload.start();
  };
  return {
    start() {
      wish += 1;
      void begin(wish);
    },
    stop() {
      wish += 1;
      void upload.abort();
    },
    async giveUp() {
      wish += 1;
      await upload.abort(true);
    },
  };
}

function fileIn({ name, type }: File, folder: string): Record<string, string> {
  return { filename: name, ...(type === '' ? {} : { filetype: type }), ...(folder === '' ? {} : { folder }) };
}

/**
 * Without this the protocol's library would send a file anew from its beginning whenever the server, or a proxy before it, cannot say for
 * the moment how far an upload is.
 */
function refuseNewBeginning(request: HttpRequest, response: HttpResponse): void {
  const status = response.getStatus();
  if (request.getMethod() !== 'HEAD' || status < 400) return;
  if (!goneStatuses.has(status) && status !== lockedStatus) throw new PositionRefused(status);
}

function statusOf(error: DetailedError): number {
  if (error.causingError instanceof PositionRefused) return error.causingError.status;
  return error.originalResponse?.getStatus() ?? 0;
}

/** Whether the same request may well succeed in a moment. A full disk does not empty itself. */
function mayPass(status: number): boolean {
  return status === 0 || status === 409 || status === lockedStatus || status === 429 || (status >= 500 && status !== 507);
}

function problemOf(error: Error | DetailedError): UploadProblem {
  if (!('originalRequest' in error)) return { code: 'unreadable-here', message: error.message };
  const status = statusOf(error);
  const body = parsed(error.originalResponse?.getBody() ?? '');
  if (body !== null) return body;
  return { code: status === 0 ? 'unreachable' : `http-${status}`, message: null };
}

function parsed(text: string): UploadProblem | null {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body !== 'object' || body === null || !('code' in body) || !('message' in body)) return null;
    return { code: String(body.code), message: String(body.message) };
  } catch {
    return null;
  }
}
