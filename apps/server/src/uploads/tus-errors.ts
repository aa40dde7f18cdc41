import { type ErrorCode, VigilError } from '@vigil/contracts';

const codes: Readonly<Record<number, ErrorCode>> = {
  404: 'not-found',
  409: 'conflict',
  410: 'gone',
  413: 'too-large',
  415: 'media-type-unsupported',
};

/**
 * The error of a refusal that the tus server made.
 *
 * @param status HTTP status that it would have sent.
 * @param text What it would have said.
 */
export function tusRefusal(status: number, text: string): VigilError {
  const message = text.split('\n')[0].trim() || 'The request breaks the tus protocol';
  if (status >= 500) return new VigilError('internal', 'The upload failed for a reason that the log has', {});
  return new VigilError(codes[status] ?? 'bad-request', message, { protocol: 'tus 1.0.0' });
}

/** The error behind whatever was thrown while the tus server worked on a request. */
export function errorOfTus(thrown: unknown): VigilError {
  if (thrown instanceof VigilError) return thrown;
  const { status_code: status, body } = thrown as { readonly status_code?: unknown; readonly body?: unknown };
  if (typeof status === 'number') return tusRefusal(status, String(body));
  return new VigilError('internal', 'The upload failed for a reason that the log has', {}, thrown);
}
