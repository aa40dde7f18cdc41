import type { ServerContext } from '../server-context.ts';

/** What uploads need of the server. */
export type UploadContext = Pick<ServerContext, 'store' | 'media' | 'clock' | 'log' | 'audit' | 'configuration'>;

/** A file that has arrived whole. */
export interface ArrivedFile {
  /** Id of the video it becomes. */
  readonly id: string;
  readonly path: string;
  /** Name that is shown. */
  readonly name: string;
  /** User or key that sent it. */
  readonly uploadedBy: string;
}
