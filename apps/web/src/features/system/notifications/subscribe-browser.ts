import { notifications } from '../../../messages/en/notifications.ts';

/** Where push messages for a browser go, as a rule has it. */
export interface BrowserSubscription {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

const text = notifications.push;

/** Whether this browser can be pushed to; that needs HTTPS, or the machine itself. */
export function canPush(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

/**
 * Asks the person and the push service of the browser.
 *
 * @param publicKey Public key of the server (VAPID, RFC 8292), base64url.
 * @throws Error that says in words what stands in the way
 */
export async function subscribeBrowser(publicKey: string): Promise<BrowserSubscription> {
  if (!canPush()) throw new Error(text.unsupported);
  if ((await Notification.requestPermission()) !== 'granted') throw new Error(text.denied);
  await navigator.serviceWorker.register('/push-worker.js');
  const { pushManager } = await navigator.serviceWorker.ready;
  const options = { userVisibleOnly: true, applicationServerKey: publicKey };
  const subscription = await pushManager
    .subscribe(options)
    .catch(async (error: unknown) => {
      if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
      // there is one for another key, of a server that was set up anew
      await (await pushManager.getSubscription())?.unsubscribe();
      return await pushManager.subscribe(options);
    })
    .catch((cause: unknown) => {
      throw new Error(text.failed, { cause });
    });
  const { endpoint, keys } = subscription.toJSON();
  if (endpoint === undefined || keys?.p256dh === undefined || keys.auth === undefined) throw new Error(text.failed);
  return { endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } };
}
