import './wall.css';
import { FeedConnection } from '../lib/feed/feed-connection.ts';
import { isSignedIn, readIncidents, readOverview, ServiceError, signOut } from './dashboard-service.ts';
import { signInForm } from './sign-in-form.ts';
import { afterMessage, mostIncidents, nothingKnown, type WallState, withIncidents, withOverview } from './wall-state.ts';
import { toggleFullScreen, wallView } from './wall-view.ts';

/** Figures are read so often in any case, milliseconds: the day moves on although nothing happens. */
const figuresMs = 30_000;
/** So long after something happened they are read again, milliseconds. */
const settledMs = 2000;
/** Asking who is signed in prolongs the session, which a wall lives on for months. */
const prolongMs = 6 * 3_600_000;

const place = document.querySelector('#wall');
if (place === null) throw new Error('The page has no #wall');
void begin(place);

async function begin(root: Element): Promise<void> {
  // where the service does not answer yet, the wall shows that it is not connected and goes on by itself
  const mayLook = await isSignedIn().catch(() => true);
  if (mayLook) startWall(root);
  else askWho(root);
}

function askWho(root: Element): void {
  root.replaceChildren(signInForm(() => startWall(root)));
  root.querySelector('input')?.focus();
}

function startWall(root: Element): void {
  let state: WallState = nothingKnown;
  let reading: ReturnType<typeof setTimeout> | undefined;
  const leaving = new AbortController();
  const view = wallView(async () => {
    await signOut().catch(() => undefined);
    leave();
  });
  const feed = new FeedConnection(feedAddress(location));
  const become = (next: WallState): void => {
    if (next === state) return;
    state = next;
    view.show(state);
  };
  const leave = (): void => {
    if (leaving.signal.aborted) return;
    leaving.abort();
    feed.close();
    clearTimeout(reading);
    clearInterval(ticking);
    clearInterval(prolonging);
    askWho(root);
  };
  const readFigures = async (): Promise<void> => {
    clearTimeout(reading);
    try {
      const overview = await readOverview();
      if (!leaving.signal.aborted) become(withOverview(state, overview));
    } catch (error) {
      if (error instanceof ServiceError && error.status === 401) return leave();
    }
    if (!leaving.signal.aborted) reading = setTimeout(() => void readFigures(), figuresMs);
  };
  const readAll = async (): Promise<void> => {
    void readFigures();
    const incidents = await readIncidents(mostIncidents).catch(() => []);
    become(withIncidents(state, incidents));
  };
  const prolonging = setInterval(() => void isSignedIn().catch(() => undefined), prolongMs);
  const ticking = setInterval(() => view.tick(Date.now()), 1000);
  feed.listen({
    state: (connection) => {
      view.connection(connection);
      if (connection === 'refused') leave();
      if (connection === 'live') void readAll();
    },
    message: (message) => {
      become(afterMessage(state, message));
      if (message.topic === 'job' && message.type === 'update') return;
      clearTimeout(reading);
      reading = setTimeout(() => void readFigures(), settledMs);
    },
    reset: () => void readAll(),
  });
  addEventListener(
    'keydown',
    ({ key, ctrlKey, metaKey }) => {
      if (key === 'f' && !ctrlKey && !metaKey) toggleFullScreen();
    },
    { signal: leaving.signal },
  );
  root.replaceChildren(view.root);
  view.show(state);
  view.tick(Date.now());
  feed.open();
}

function feedAddress({ protocol, host }: Location): string {
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/ws?topics=incident,job,video,settings`;
}
