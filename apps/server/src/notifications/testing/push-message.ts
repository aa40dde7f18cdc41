import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import type { ReceivedPost } from './web-receiver.ts';

/** A browser's side of web push: keys, and reading what comes. */
export class PushBrowser {
  readonly #ecdh = createECDH('prime256v1');
  readonly #auth = randomBytes(16);

  constructor() {
    this.#ecdh.generateKeys();
  }

  /** What the browser gives to the server. */
  get keys(): { readonly p256dh: string; readonly auth: string } {
    return { p256dh: this.#ecdh.getPublicKey('base64url'), auth: this.#auth.toString('base64url') };
  }

  /** Decrypts a message as RFC 8188 and RFC 8291 say. @throws Error for one that is not for this browser */
  read({ body }: ReceivedPost): unknown {
    const salt = body.subarray(0, 16);
    const keyLength = body[20];
    const serverKey = body.subarray(21, 21 + keyLength);
    const sealed = body.subarray(21 + keyLength);
    const secret = this.#ecdh.computeSecret(serverKey);
    const keyInfo = Buffer.concat([Buffer.from('WebPush: info\0'), this.#ecdh.getPublicKey(), serverKey]);
    const inputKey = Buffer.from(hkdfSync('sha256', secret, this.#auth, keyInfo, 32));
    const derived = (info: string, length: number): Buffer =>
      Buffer.from(hkdfSync('sha256', inputKey, salt, `${info}\0`, length));
    const cipher = createDecipheriv(
      'aes-128-gcm',
      derived('Content-Encoding: aes128gcm', 16),
      derived('Content-Encoding: nonce', 12),
    );
    cipher.setAuthTag(sealed.subarray(-16));
    const padded = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
    // the last record ends in a 2 and zeros
    return JSON.parse(padded.subarray(0, padded.lastIndexOf(2)).toString());
  }
}

/** The claims of a VAPID header (RFC 8292), its signature checked. @throws Error where it is wrong */
export function vapidClaims({ headers }: ReceivedPost): { readonly claims: Record<string, unknown>; readonly publicKey: string } {
  const [, token, publicKey] = /^vapid t=([^,]+), ?k=(.+)$/.exec(headers.authorization ?? '') ?? [];
  const [head, claims, signature] = token.split('.');
  const point = Buffer.from(publicKey, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
  const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const isRight = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!isRight) throw new Error('the signature is wrong');
  return { claims: JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>, publicKey };
}
