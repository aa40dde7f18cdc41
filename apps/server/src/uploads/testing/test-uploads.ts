import { type UploadState, uploadStateSchema } from '@vigil/contracts';
import { afterEach, beforeAll, beforeEach } from 'vitest';
import { uploadRoutes } from '../../api/upload-routes.ts';
import { contentOf, type Sending, sendUpload } from './send-upload.ts';
import { UploadService, type UploadServiceOptions } from './upload-service.ts';

/** Uploads of one video to a service that each test has to itself. */
export interface TestUploads {
  readonly video: Buffer;
  /** The service of the test; one that takes its place is closed in its place. */
  service: UploadService;
  /** Starts another service. */
  start(options?: Partial<UploadServiceOptions>): Promise<UploadService>;
  /** Uploads the video where nothing else is said; the address of the upload. */
  send(sending?: Partial<Sending>): Promise<string>;
  /** What the service says of an upload. */
  stateOf(path: string): Promise<UploadState>;
}

/** Sets up the tests of a file: a video, and a new service before each of them. @param make Writes the video */
export function setUpTestUploads(make: (path: string) => void): TestUploads {
  const start = (options: Partial<UploadServiceOptions> = {}): Promise<UploadService> =>
    UploadService.start({ routes: uploadRoutes, ...options });
  const uploads = {
    start,
    send: (sending: Partial<Sending> = {}) => sendUpload(uploads.service, { content: uploads.video, ...sending }),
    stateOf: async (path: string) => uploadStateSchema.parse(await (await uploads.service.fetch(path)).json()),
  } as { -readonly [Key in keyof TestUploads]: TestUploads[Key] };
  beforeAll(() => {
    uploads.video = contentOf('noise.mp4', make);
  });
  beforeEach(async () => {
    uploads.service = await start();
  });
  afterEach(async () => await uploads.service[Symbol.asyncDispose]());
  return uploads;
}

/** The id in the address of an upload. */
export function idOf(url: string): string {
  return url.split('/').at(-1) ?? '';
}
