/** What the browser keeps for this address; null where it is told to keep nothing. */
export function browserStorage(): Storage | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}
