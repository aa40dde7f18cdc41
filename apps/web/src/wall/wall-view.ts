import type { Incident, ShownJob } from '@vigil/contracts';
import { severityNames } from '@vigil/contracts/words';
import type { FeedState } from '../lib/feed/feed-connection.ts';
import { shell } from '../messages/en/shell.ts';
import { wall as text } from '../messages/en/wall.ts';
import { element } from './element.ts';
import { agoText, incidentCard } from './incident-card.ts';
import type { WallIncident, WallState } from './wall-state.ts';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const severities: readonly Incident['severity'][] = ['critical', 'warning', 'info'];
/** Analyses that are shown one by one. */
const shownJobs = 5;

/** The wall as it is on the screen. */
export interface WallView {
  readonly root: HTMLElement;
  /** Shows a state; parts that are the same stay untouched. */
  show(state: WallState): void;
  connection(state: FeedState): void;
  /** Sets the clock, and how long ago things were. */
  tick(nowMs: number): void;
}

/** Makes the wall. */
export function wallView(onSignOut: () => void): WallView {
  const time = element('time', { class: 'clock' });
  const date = element('span', { class: 'date' });
  const feed = element('span', { class: 'feed', role: 'status' });
  const incidents = element('ol', { class: 'incidents' });
  const counts = element('dl', { class: 'counts' });
  const work = element('div', { class: 'work' });
  const cards = new Map<string, HTMLElement>();
  const root = element(
    'div',
    { class: 'wall' },
    element(
      'header',
      {},
      element('h1', {}, text.product),
      feed,
      element('span', { class: 'now' }, date, time),
      button(text.fullScreen, toggleFullScreen),
      button(text.signOut, onSignOut),
    ),
    element('main', {}, element('h2', { class: 'hidden' }, text.newest), incidents),
    element('aside', {}, element('h2', {}, text.lastDay), counts, element('h2', {}, text.work), work),
  );
  let last: WallState | null = null;
  return {
    root,
    show(state) {
      if (last?.incidents !== state.incidents) showIncidents(incidents, cards, state.incidents);
      if (last === null || last.counts !== state.counts) showCounts(counts, state.counts);
      if (last === null || last.jobs !== state.jobs || last.waiting !== state.waiting || last.isStopped !== state.isStopped)
        work.replaceChildren(...workOf(state));
      last = state;
    },
    connection(state) {
      feed.dataset['state'] = state;
      feed.textContent = shell.feed[state];
      feed.title = state === 'live' ? '' : text.stale;
    },
    tick(nowMs) {
      time.textContent = clock.format(nowMs);
      date.textContent = day.format(nowMs);
      for (const ago of incidents.querySelectorAll('time')) {
        const words = agoText(ago.dateTime, nowMs);
        if (ago.textContent !== words) ago.textContent = words;
      }
    },
  };
}

function button(label: string, onPress: () => void): HTMLElement {
  const made = element('button', { type: 'button' }, label);
  made.addEventListener('click', onPress);
  return made;
}

/** Fills the screen, or leaves it. */
export function toggleFullScreen(): void {
  // a browser may refuse it, and then it stays as it is
  void (document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen()).catch(
    () => undefined,
  );
}

/** Cards stay the same elements while their incident does, so that no picture is loaded twice. */
function showIncidents(list: HTMLElement, cards: Map<string, HTMLElement>, incidents: readonly WallIncident[]): void {
  const keys = incidents.map(({ id, version }) => `${id} ${version}`);
  for (const key of cards.keys()) if (!keys.includes(key)) cards.delete(key);
  incidents.forEach((incident, index) => {
    if (!cards.has(keys[index])) cards.set(keys[index], element('li', {}, incidentCard(incident, Date.now())));
  });
  const none = element('li', { class: 'none' }, element('strong', {}, text.none), element('p', {}, text.noneText));
  list.replaceChildren(...(incidents.length === 0 ? [none] : keys.flatMap((key) => cards.get(key) ?? [])));
}

function showCounts(list: HTMLElement, counts: WallState['counts']): void {
  list.replaceChildren(
    ...severities.map((severity) =>
      element(
        'div',
        { 'data-severity': severity },
        element('dt', {}, severityNames[severity]),
        element(
          'dd',
          { title: counts === null ? text.unknownWhy : null },
          counts === null ? text.unknown : String(counts[severity]),
        ),
      ),
    ),
  );
}

function workOf({ jobs, names, waiting, isStopped }: WallState): HTMLElement[] {
  const running = [...jobs.values()].filter(({ state }) => state === 'leased');
  const told: HTMLElement[] = [
    element('p', { class: 'queue' }, text.queue(waiting ?? jobs.size - running.length, running.length)),
  ];
  if (isStopped) told.push(element('p', { class: 'stopped', role: 'status' }, text.stopped));
  if (running.length === 0) told.push(element('p', { class: 'idle' }, text.idle));
  told.push(...running.slice(0, shownJobs).map((job) => jobLine(job, names)));
  if (running.length > shownJobs) told.push(element('p', {}, text.more(running.length - shownJobs)));
  return told;
}

function jobLine({ subjectId, progress }: ShownJob, names: WallState['names']): HTMLElement {
  const name = (subjectId === null ? undefined : names.get(subjectId)) ?? text.unnamed;
  const share = progress?.share ?? (progress?.totalSeconds ? Math.min(1, progress.mediaSeconds / progress.totalSeconds) : null);
  return element(
    'div',
    { class: 'job' },
    element('span', { class: 'name' }, name),
    element('span', {}, progress === null ? text.beginning : text.speed(progress.timesRealTime.toFixed(1))),
    element('progress', { max: 1, value: share, 'aria-label': name }),
  );
}
