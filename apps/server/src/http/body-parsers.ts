import { VigilError } from '@vigil/contracts';
import type { FastifyInstance } from 'fastify';

/** JSON in UTF-8 is the one type of body, where a route does not name others; anything else is refused, whatever it holds. */
export function parseBodies(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
    if (charset !== undefined && !/^utf-?8$/i.test(charset)) {
      done(new VigilError('media-type-unsupported', `JSON is sent in UTF-8, not in ${charset.slice(0, 40)}`));
      return;
    }
    if (bytes.length === 0) {
      done(null, undefined);
      return;
    }
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(bytes as Buffer);
    } catch {
      done(new VigilError('bad-request', 'The body is not UTF-8'));
      return;
    }
    void parseJson(request, text, done);
  });
  app.addHook('onRequest', async ({ headers }) => {
    const encoding = headers['content-encoding'];
    if (encoding === undefined || encoding.toLowerCase() === 'identity') return;
    throw new VigilError('media-type-unsupported', `Bodies are sent as they are, not encoded as ${encoding.slice(0, 40)}`);
  });
}

/** Leaves bodies of these types unread, for handlers that stream them from `request.raw`. */
export function takeRawBodies(app: FastifyInstance, contentTypes: readonly string[]): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser([...contentTypes], (_request, _payload, done) => done(null, undefined));
}
