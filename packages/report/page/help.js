/** Wires the help dialog to its button and to `?`. */
export function startHelp() {
  const dialog = document.getElementById('help');
  if (!(dialog instanceof HTMLDialogElement)) return;
  const toggle = () => (dialog.open ? dialog.close() : dialog.showModal());
  document.getElementById('help-open')?.addEventListener('click', toggle);
  document.addEventListener('keydown', (event) => {
    if (event.key === '?' && !isTyping(event)) toggle();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
}

/**
 * Whether a key belongs to something else: a control that uses it itself (a clip uses the arrows), or a browser shortcut.
 *
 * @param {KeyboardEvent} event
 */
export function isTyping(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  return event.target instanceof Element && event.target.closest('video, input, textarea, select') !== null;
}
