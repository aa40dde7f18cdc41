const mark = 'sent at ';

/** Text that carries this moment; processes of one machine share the monotonic clock. */
export function stamped(): string {
  return `${mark}${String(process.hrtime.bigint()).padStart(20, '0')}`;
}

/** Milliseconds since the moment that a message carries; null for one that carries none. */
export function millisecondsSince(message: Buffer): number | null {
  const start = message.indexOf(mark);
  if (start < 0) return null;
  const sent = BigInt(message.toString('latin1', start + mark.length, start + mark.length + 20));
  return Number(process.hrtime.bigint() - sent) / 1e6;
}
