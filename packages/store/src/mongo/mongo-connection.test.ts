import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { addressOf } from './mongo-connection.ts';
import { openMongoStore } from './open-mongo-store.ts';

/** Everything an error says, to people and to logs, with its causes. */
async function failureOf(opening: Promise<unknown>): Promise<{ code: unknown; text: string }> {
  const error: unknown = await opening.catch((reason: unknown) => reason);
  if (!(error instanceof Error)) throw new Error('The store opened.');
  return {
    code: (error as Error & { code?: unknown }).code,
    text: `${error.message}\n${inspect(error, { depth: 20, showHidden: true })}`,
  };
}

describe('connection to MongoDB', () => {
  it.each([
    ['mongodb://127.0.0.1:27017/', '127.0.0.1:27017'],
    ['mongodb://ada:p%40ss@db1:1,db2:2/admin?authSource=admin', 'db1:1,db2:2'],
    ['mongodb+srv://ada:secret@cluster.example.org/?tls=true', 'cluster.example.org'],
    ['mongodb://[::1]:27017', '[::1]:27017'],
    ['mongodb://ada:se/cr@et@host:1/', 'host:1'],
    ['mongodb://ada:se?cret@host/', 'not readable'],
    ['mongodb://ada:secret@', 'not readable'],
    ['secret', 'not readable'],
    ['', 'not readable'],
  ])('names the server of %s without what is secret', (url, address) => {
    expect(addressOf(url)).toBe(address);
  });

  it('says that nobody answers, and keeps the password to itself', async () => {
    // Port 9 of the loopback address is the discard service, which does not run.
    const { code, text } = await failureOf(
      openMongoStore({ url: 'mongodb://ada:open-sesame@127.0.0.1:9/?authSource=admin', databaseName: 'vigil' }),
    );
    expect(code).toBe('store-unavailable');
    expect(text).toContain('127.0.0.1:9');
    expect(text).not.toContain('open-sesame');
    expect(text).not.toContain('ada');
  });

  it.each([
    'http://ada:open-sesame@host/',
    'mongodb://ada:open-sesame:x@host:port/',
    'mongodb://ada:open-sesame@',
    'mongodb://ada:open-sesame@host/?noSuchOption=1',
    'mongodb+srv://ada:open-sesame@host:27017/',
    'open-sesame',
    '',
  ])('refuses the URL %s without repeating it', async (url) => {
    const { code, text } = await failureOf(openMongoStore({ url, databaseName: 'vigil' }));
    expect(code).toBe('bad-request');
    expect(text).not.toContain('sesame');
  });

  it.each(['', 'a b', 'a/b', 'a.b', 'a$b', 'x'.repeat(64)])('refuses the database name "%s"', async (databaseName) => {
    const { code } = await failureOf(openMongoStore({ url: 'mongodb://127.0.0.1:9/', databaseName }));
    expect(code).toBe('bad-request');
  });
});
