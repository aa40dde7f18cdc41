const byteUnits = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

/** Bytes in the largest unit that leaves a number above 1: `940 B`, `1.2 GB`. Decimal units, as disks are sold in. */
export function bytesText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < byteUnits.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 || value >= 99.5 ? Math.round(value) : value.toFixed(1)} ${byteUnits[unit] ?? ''}`;
}

const wholeNumbers = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const threeDigits = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** A number with at least three digits that say something: `1,234`, `12.3`, `0.0449`. */
export function numberText(value: number): string {
  return Math.abs(value) >= 1000 ? wholeNumbers.format(value) : threeDigits.format(value);
}

/** A share in percent: `97.4 %`, `< 0.1 %`. @param share 0 to 1 */
export function percentText(share: number): string {
  if (share > 0 && share < 0.0005) return '< 0.1 %';
  return `${(share * 100).toFixed(1)} %`;
}
