import { kindNames, severityNames } from '@vigil/contracts/words';
import { wall as text } from '../messages/en/wall.ts';
import { keyFrameUrl } from './dashboard-service.ts';
import { element } from './element.ts';
import type { WallIncident } from './wall-state.ts';

const minuteMs = 60_000;

/** A card of one incident: its picture, how grave it is, what and where. */
export function incidentCard(incident: WallIncident, nowMs: number): HTMLElement {
  const { id, title, severity, sourceName, decidedAt, keyFrame, kinds } = incident;
  return element(
    'article',
    { class: 'card', 'data-severity': severity },
    pictureOf(id, keyFrame),
    element(
      'div',
      { class: 'words' },
      element('span', { class: 'severity' }, severityNames[severity]),
      element('h3', {}, title),
      element('p', { class: 'place' }, element('time', { datetime: decidedAt }, agoText(decidedAt, nowMs)), ` · ${sourceName}`),
      element('p', { class: 'kinds' }, kinds.map((kind) => kindNames[kind]).join(', ')),
    ),
  );
}

/** How long ago a moment was, in whole minutes: a wall is read at a glance. */
export function agoText(at: string, nowMs: number): string {
  const minutes = Math.floor((nowMs - Date.parse(at)) / minuteMs);
  if (minutes < 1) return text.ago.now;
  if (minutes < 60) return text.ago.minutes(minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? text.ago.hours(hours) : text.ago.days(Math.floor(hours / 24));
}

function pictureOf(id: string, keyFrame: string | null): HTMLElement {
  const none = element('span', { class: 'picture' }, text.noPicture);
  if (keyFrame === null) return none;
  const picture = element('img', { class: 'picture', src: keyFrameUrl(id), alt: '', decoding: 'async' });
  picture.addEventListener('error', () => picture.replaceWith(none));
  return picture;
}
