/** What the browser keeps for this address; null where it is told to keep nothing. */
export function browserStorage(): Storage | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}

/** Keeps a text in the browser; not where that is full or forbidden. */
export function keepInBrowser(key: string, text: string): void {
  try {
    browserStorage()?.setItem(key, text);
  } catch {
    // it holds until the page is closed
  }
}
