import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { callbackify } from 'node:util';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** A message that came. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** The whole message, headers and parts. */
  readonly source: string;
}

/** A mail server that takes messages and keeps them. */
export interface MailReceiver extends AsyncDisposable {
  readonly url: string;
  readonly mails: ReceivedMail[];
  /** Code that messages are refused with; 0 takes them. */
  refusal: number;
}

/** Starts a mail server on a free port of loopback. */
export async function startMailReceiver(): Promise<MailReceiver> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, session, done) => callbackify(take)(stream, session, done),
  });
  async function take(stream: Readable, { envelope: { mailFrom, rcptTo } }: SMTPServerSession): Promise<void> {
    const source = await text(stream);
    if (receiver.refusal !== 0) throw Object.assign(new Error('no'), { responseCode: receiver.refusal });
    mails.push({ from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map(({ address }) => address), source });
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const receiver: MailReceiver = {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refusal: 0,
    async [Symbol.asyncDispose]() {
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return receiver;
}
