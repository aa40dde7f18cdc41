import { duration, mediaTime } from '../../lib/format/media-time.ts';

/** A measured value as people read it. */
export interface MeasuredValue {
  readonly label: string;
  readonly value: string;
}

/** Units that stand at the end of names, the longest first. */
const units: readonly (readonly [ending: string, unit: string])[] = [
  ['BodyLengthsPerSecond', 'body lengths/s'],
  ['BodyHeightsPerSecond', 'body heights/s'],
  ['TorsosPerSecond', 'torso lengths/s'],
  ['HeightsPerSecond', 'picture heights/s'],
  ['BodyLengths', 'body lengths'],
  ['Octaves', 'octaves'],
  ['Degrees', '°'],
  ['Db', 'dB'],
  ['Hz', 'Hz'],
];

/** Times in the recording, not lengths of time. */
const moments = new Set(['sinceSeconds', 'confirmedSeconds']);

/** A measured value with its unit, from the name that the analysis gave it: `normalSpeedHeightsPerSecond`. */
export function measuredValue(name: string, value: number | string | boolean, yesNo: readonly [string, string]): MeasuredValue {
  if (typeof value === 'boolean') return { label: inWords(name), value: value ? yesNo[0] : yesNo[1] };
  if (typeof value === 'string') return { label: inWords(name), value };
  if (moments.has(name)) return { label: inWords(name.slice(0, -7)), value: mediaTime(value, 1) };
  if (name.endsWith('Seconds')) return { label: inWords(name.slice(0, -7)), value: duration(value) };
  if (name.endsWith('Share') || name.endsWith('Probability')) {
    return { label: inWords(name.replace(/Share$/, '')), value: `${Math.round(value * 100)} %` };
  }
  const found = units.find(([ending]) => name.endsWith(ending));
  if (found === undefined) return { label: inWords(name), value: digits(value) };
  return {
    label: inWords(name.slice(0, -found[0].length)),
    value: `${digits(value)}${found[1] === '°' ? '' : '\u00a0'}${found[1]}`,
  };
}

/** The odds of a p-value: 71 for 0.014. Two digits at most, as more would claim too much; null where it is usual, or too rare to say. */
export function oddsOf(pValue: number): string | 'usual' | 'rarest' {
  if (pValue >= 0.5) return 'usual';
  if (pValue < 1e-6) return 'rarest';
  const odds = 1 / pValue;
  return Math.round(odds < 100 ? odds : Number(odds.toPrecision(2))).toLocaleString('en');
}

function digits(value: number): string {
  return Math.abs(value) >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}

function inWords(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[._-]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
