import type { IncidentRecord } from '@vigil/contracts';
import type { Notification } from './channel.ts';
import { headlineOf } from './payload.ts';

/** Name by which the message refers to its picture. */
export const pictureId = 'key-frame@vigil';

/** The message as plain text. */
export function mailText(notification: Notification): string {
  const { incident, url, rule } = notification;
  const lines = [headlineOf(notification), ''];
  if (incident !== null) lines.push(...factsOf(incident).map(([name, value]) => `${name}: ${value}`), '');
  if (url !== null) lines.push(url, '');
  lines.push(`Sent by the rule "${rule.name}" of Vigil.`);
  return lines.join('\n');
}

/** The message as HTML. */
export function mailHtml(notification: Notification, hasPicture: boolean): string {
  const { incident, url, rule } = notification;
  const facts = incident === null ? [] : factsOf(incident);
  const rows = facts.map(([name, value]) => `<tr><td>${escaped(name)}</td><td>${escaped(value)}</td></tr>`).join('');
  return [
    `<h2>${escaped(headlineOf(notification))}</h2>`,
    hasPicture ? `<p><img src="cid:${pictureId}" alt="Key frame" style="max-width:100%"></p>` : '',
    rows === '' ? '' : `<table>${rows}</table>`,
    url === null ? '' : `<p><a href="${escaped(url)}">Open the incident</a></p>`,
    `<p>Sent by the rule “${escaped(rule.name)}” of Vigil.</p>`,
  ].join('\n');
}

function factsOf(incident: IncidentRecord): (readonly [string, string])[] {
  const { severity, kinds, sourceName, occurredAt, startSeconds, endSeconds, caption } = incident;
  return [
    ['Severity', severity],
    ['Kind', kinds.join(', ')],
    ['Source', sourceName],
    ['Time', occurredAt],
    ['In the video', `${clockTime(startSeconds)} to ${clockTime(endSeconds)}`],
    ...(caption === null ? [] : ([['Seen', caption]] as const)),
  ];
}

/** Media time as `H:MM:SS`. */
function clockTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(whole / 3600)}:${twoDigits(Math.floor(whole / 60) % 60)}:${twoDigits(whole % 60)}`;
}

function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign]);
}
