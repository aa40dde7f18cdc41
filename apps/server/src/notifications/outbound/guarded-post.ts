import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import { VigilError } from '@vigil/contracts';
import type { AddressPolicy } from './address-policy.ts';

/** What is sent. */
export interface OutboundPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

/** What came back. */
export interface OutboundReply {
  readonly status: number;
  /** The first 1,000 bytes. */
  readonly text: string;
  readonly retryAfterSeconds: number | null;
}

const timeoutMs = 10_000;
const keptBytes = 1000;
const mostBytes = 65_536;

/**
 * Posts to an address that users chose. The name is resolved once and checked, and the connection goes to just that address; a reply
 * that leads elsewhere is not followed, a long one is not read to its end, a slow one is not waited for.
 *
 * @throws VigilError `address-refused`, `delivery-failed` where nothing answered in time
 */
export async function guardedPost(
  policy: AddressPolicy,
  { url, headers, body }: OutboundPost,
  timeLimitMs = timeoutMs,
): Promise<OutboundReply> {
  const target = new URL(url);
  const { address, family } = await policy.addressFor(target);
  const request = target.protocol === 'https:' ? secureRequest : plainRequest;
  const signal = AbortSignal.timeout(timeLimitMs);
  return await new Promise((resolve, reject) => {
    const fail = (error: Error): void => {
      const reason = signal.aborted ? `no whole answer within ${timeLimitMs} ms` : error.message;
      reject(new VigilError('delivery-failed', `${target.host} could not be reached: ${reason}`, { host: target.host }, error));
    };
    const sent = request(
      target,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        agent: false,
        signal,
        // both forms that node asks in
        lookup: (_name, options, found) =>
          options.all === true ? found(null, [{ address, family }]) : found(null, address, family),
      },
      (reply) => readReply(reply).then(resolve, fail),
    );
    sent.on('error', fail);
    sent.end(body);
  });
}

async function readReply(reply: IncomingMessage): Promise<OutboundReply> {
  const kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of reply as AsyncIterable<Buffer>) {
    if (size < keptBytes) kept.push(chunk.subarray(0, keptBytes - size));
    size += chunk.length;
    if (size > mostBytes) break;
  }
  const retryAfter = Number(reply.headers['retry-after']);
  return {
    status: reply.statusCode ?? 0,
    text: Buffer.concat(kept).toString(),
    retryAfterSeconds: Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null,
  };
}
