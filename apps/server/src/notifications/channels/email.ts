import { buffer } from 'node:stream/consumers';
import { type IncidentRecord, VigilError } from '@vigil/contracts';
import { analysisKey, type MediaStore } from '@vigil/media-store';
import { createTransport } from 'nodemailer';
import type { Channel, Notification, TargetOf } from './channel.ts';
import { mailHtml, mailText, pictureId } from './mail-body.ts';
import { headlineOf } from './payload.ts';

const timeoutMs = 15_000;

/** Sends one message with the key frame in it. The server is the administrator's choice, and may be anywhere. */
export function emailChannel({
  smtp,
  media,
}: {
  readonly smtp: { readonly url: string; readonly from: string };
  readonly media: MediaStore;
}): Channel<TargetOf<'email'>> {
  const transport = createTransport(
    {
      url: smtp.url,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from: smtp.from },
  );
  return {
    async isComplete({ incident }) {
      return incident === null || (await pictureKey(media, incident)) !== null;
    },
    async send(notification, { to }) {
      const picture = await pictureOf(media, notification);
      try {
        await transport.sendMail({
          to,
          subject: headlineOf(notification),
          // the same for every attempt, so that mail programs show a second one as the first
          messageId: `<${notification.deliveryId}@vigil>`,
          headers: { 'auto-submitted': 'auto-generated' },
          text: mailText(notification),
          html: mailHtml(notification, picture !== null),
          attachments:
            picture === null ? [] : [{ filename: 'key-frame.jpg', contentType: 'image/jpeg', content: picture, cid: pictureId }],
        });
      } catch (error) {
        // what the server says may name accounts and other machines: it goes to the log with the cause
        const { responseCode } = error as { responseCode?: number };
        const said = responseCode === undefined ? 'could not be reached' : `answered ${responseCode}`;
        throw new VigilError('delivery-failed', `The mail server ${said}`, { responseCode: responseCode ?? null }, error);
      }
    },
    async [Symbol.asyncDispose]() {
      transport.close();
    },
  };
}

async function pictureOf(media: MediaStore, { incident }: Notification): Promise<Buffer | null> {
  const key = incident && (await pictureKey(media, incident));
  return key === null ? null : await buffer(await media.read(key));
}

/** Key of the key frame; null where there is none yet. */
async function pictureKey(media: MediaStore, { analysisId, keyFrame }: IncidentRecord): Promise<string | null> {
  if (keyFrame === null) return null;
  const key = `${analysisKey(analysisId)}/${keyFrame}`;
  return (await media.stat(key)) === null ? null : key;
}
