const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A count with thousands separators: `12,480`. */
export function formatCount(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

/** A number to three significant digits without a trailing zero: `0.0123`, `4.2`, `1,230`. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Math.abs(value) >= 1000) return formatCount(value);
  return String(Number(value.toPrecision(3)));
}

/** A p-value to two significant digits, in powers of ten below one thousandth: `0.032`, `3.1 × 10⁻⁵`. */
export function formatPValue(pValue: number): string {
  if (pValue <= 0) return '< 10⁻³⁰⁰';
  if (pValue >= 0.001) return String(Number(pValue.toPrecision(2)));
  const [mantissa, exponent] = pValue.toExponential(1).split('e') as [string, string];
  const digits = [...exponent.replace('-', '')].map((digit) => superscripts[Number(digit)]).join('');
  return `${mantissa} × 10⁻${digits}`;
}

/** A p-value in words: `about 1 in 3,200 normal moments`. Far tails are rounded, their digits would claim too much. */
export function describeRarity(pValue: number): string {
  if (pValue >= 0.5) return 'quite usual';
  if (pValue < 1e-6) return 'rarer than 1 in a million normal moments';
  const odds = 1 / pValue;
  const rounded = odds < 100 ? Math.round(odds) : Number(odds.toPrecision(2));
  return `about 1 in ${formatCount(rounded)} normal moments`;
}

/** A share of 0 to 1 as a whole percentage: `72 %`. */
export function formatShare(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** A size in decimal units: `812 kB`, `4.2 MB`. */
export function formatSize(sizeBytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let value = sizeBytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : Number(value.toPrecision(2))} ${units[unit]}`;
}
