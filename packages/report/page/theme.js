/** Name of the event on `window` after the colours of the page have changed. */
export const themeChanged = 'vigil:theme';

/** Wires the theme button: the first press leaves the system's choice, each further one switches. Print is always light. */
export function startTheme() {
  const root = document.documentElement;
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  const announce = () => window.dispatchEvent(new Event(themeChanged));
  const isDark = () => (root.dataset['theme'] ?? (prefersDark.matches ? 'dark' : 'light')) === 'dark';

  document.getElementById('theme-toggle')?.addEventListener('click', () => {
    root.dataset['theme'] = isDark() ? 'light' : 'dark';
    announce();
  });
  prefersDark.addEventListener('change', announce);

  /** @type {string | undefined} */
  let onScreen;
  window.addEventListener('beforeprint', () => {
    onScreen = root.dataset['theme'];
    root.dataset['theme'] = 'light';
    announce();
  });
  window.addEventListener('afterprint', () => {
    if (onScreen === undefined) delete root.dataset['theme'];
    else root.dataset['theme'] = onScreen;
    announce();
  });
}
