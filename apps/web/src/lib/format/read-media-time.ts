/** The seconds that `1:02:03.5`, `2:03` or `123.5` mean; null where a text is no time. */
export function mediaSecondsOf(text: string): number | null {
  const found = /^\s*(?:(?:(\d+):)?(\d{1,3}):)?(\d+(?:[.,]\d*)?)\s*$/.exec(text);
  if (found === null) return null;
  const [, hours = '0', minutes = '0', seconds = '0'] = found;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(',', '.'));
}
