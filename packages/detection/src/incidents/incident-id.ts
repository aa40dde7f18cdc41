/**
 * Stable name of an incident: the same source, kind and start give the same one (FNV-1a, 64 bits).
 *
 * @param thing - number of the track or object, where several may start at the same moment
 */
export function incidentId(sourceId: string, kind: string, startSeconds: number, thing: number | null = null): string {
  const text = `${sourceId}\n${kind}\n${Math.round(startSeconds * 1000)}${thing === null ? '' : `\n${thing}`}`;
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i += 1) hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
