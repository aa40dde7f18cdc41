import { VigilError } from '@vigil/contracts';
import type { OutboundReply } from '../outbound/guarded-post.ts';

/**
 * Throws where a receiver over HTTP did not take a message. What it says is shown to nobody: it may be a page of another service.
 *
 * @param goneStatuses Statuses by which it says that it will never take anything again.
 * @throws VigilError `delivery-failed`
 */
export function requireTaken({ status, retryAfterSeconds }: OutboundReply, goneStatuses: readonly number[]): void {
  if (status >= 200 && status < 300) return;
  const gone = goneStatuses.includes(status);
  const isRedirect = status >= 300 && status < 400;
  throw new VigilError(
    'delivery-failed',
    isRedirect ? `The receiver answered ${status}; redirects are not followed` : `The receiver answered ${status}`,
    { status, gone, permanent: gone, ...(retryAfterSeconds === null ? {} : { retryAfterSeconds }) },
  );
}
