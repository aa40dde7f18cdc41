/** Whether a text names a source: as the server takes record ids. */
export function isSourceId(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/.test(text);
}
