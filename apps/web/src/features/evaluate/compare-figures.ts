import { evaluate } from '../../messages/en/evaluate.ts';

/** Figures by name, as an evaluation keeps them. */
export type Figures = Readonly<Record<string, number | null>>;

/** What a difference means. */
export type Verdict = 'better' | 'worse' | 'same' | 'neither' | 'unknown';

/** One figure of two runs. */
export interface ComparedFigure {
  readonly name: string;
  readonly before: number | null;
  readonly after: number | null;
  /** After minus before; null where one of the two is not known. */
  readonly difference: number | null;
  readonly verdict: Verdict;
}

const higherIsBetter = new Set(['microAuc', 'macroAuc', 'averagePrecision']);
const lowerIsBetter = new Set(['equalErrorRate', 'falseAlarmsPerHour', 'medianDelaySeconds', 'hardNegativeFalseAlarms']);
/** Smaller relative differences are not worth a word. */
const leastDifference = 0.002;

/**
 * All figures of two runs side by side, in the order of the newer one.
 *
 * @param isOnSame Whether both are on the same labels; no difference means anything where they are not.
 */
export function compareFigures(before: Figures, after: Figures, isOnSame = true): ComparedFigure[] {
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return names.map((name) => {
    const old = before[name] ?? null;
    const now = after[name] ?? null;
    const difference = old === null || now === null ? null : now - old;
    return { name, before: old, after: now, difference, verdict: isOnSame ? verdictOf(name, old, now) : 'unknown' };
  });
}

function verdictOf(name: string, before: number | null, after: number | null): Verdict {
  if (before === null || after === null) return before === after ? 'same' : 'unknown';
  if (Math.abs(after - before) <= leastDifference * Math.max(Math.abs(before), Math.abs(after))) return 'same';
  if (higherIsBetter.has(name) || /^(?:f1|clipAuc) /.test(name)) return after > before ? 'better' : 'worse';
  if (lowerIsBetter.has(name)) return after < before ? 'better' : 'worse';
  return 'neither';
}

/** The differences in words; what is worse comes first. */
export function comparisonInWords(compared: readonly ComparedFigure[]): string {
  const named = (verdict: Verdict): string[] =>
    compared.filter((figure) => figure.verdict === verdict).map(({ name }) => figureName(name));
  const worse = named('worse');
  const better = named('better');
  const sentences = [
    ...(worse.length === 0 ? [] : [evaluate.compare.worse(worse.length, worse.join(', '))]),
    ...(better.length === 0 ? [] : [evaluate.compare.better(better.length, better.join(', '))]),
  ];
  return sentences.length === 0 ? evaluate.compare.same : sentences.join(' ');
}

/** What a figure is called. */
export function figureName(name: string): string {
  const { names, f1, clipAuc } = evaluate.figures;
  const [family = '', ...kind] = name.split(' ');
  if (kind.length > 0 && family === 'f1') return f1(kind.join(' '));
  if (kind.length > 0 && family === 'clipAuc') return clipAuc(kind.join(' '));
  return names[name] ?? name;
}
