import { duration } from '../../lib/format/media-time.ts';
import { numberText, percentText } from '../../lib/format/quantities.ts';

const areas = new Set(['microAuc', 'macroAuc', 'averagePrecision', 'equalErrorRate']);

/** A figure with its unit; a dash where there is none. */
export function figureText(name: string, value: number | null): string {
  if (value === null) return '–';
  if (areas.has(name) || /^(?:f1|clipAuc) /.test(name)) return value.toFixed(3);
  if (name === 'medianDelaySeconds') return duration(value);
  if (name === 'anomalousShare') return percentText(value);
  return numberText(value);
}

/** A difference with its sign. */
export function differenceText(name: string, difference: number | null): string {
  if (difference === null) return '–';
  const sign = difference > 0 ? '+' : difference < 0 ? '−' : '±';
  return `${sign}${figureText(name, Math.abs(difference))}`;
}
