import { isTyping } from './help.js';

/**
 * Wires the incident cards: stepping with the arrows, key frame or clip, marks on the picture, links into the timeline.
 *
 * @param {{ selected: (number: number) => void, reveal: (startSeconds: number, endSeconds: number) => void, playhead: (seconds: number | null) => void }} report
 * @param {import('./timeline-bands.js').IncidentBand[]} incidents
 * @returns {{ open: (number: number) => void }}
 */
export function startIncidents(report, incidents) {
  const cards = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.incident')]);
  /** @type {number | null} */
  let current = null;

  const open = (/** @type {number} */ number) => {
    const card = cards[number - 1];
    if (card === undefined) return;
    current = number;
    for (const other of cards) other.classList.toggle('is-selected', other === card);
    report.selected(number);
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: 'start' });
  };
  const step = (/** @type {number} */ by) => {
    if (cards.length === 0) return;
    open(current === null ? (by > 0 ? 1 : cards.length) : Math.min(cards.length, Math.max(1, current + by)));
  };

  document.addEventListener('keydown', (event) => {
    if (isTyping(event) || event.shiftKey || document.querySelector('dialog[open]') !== null) return;
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      event.preventDefault();
      step(event.key === 'ArrowRight' ? 1 : -1);
    }
    const layer = { b: 'boxes', t: 'tracks', m: 'flow', p: 'skeletons' }[event.key];
    if (layer !== undefined) toggleLayer(document.body, layer);
  });
  for (const button of document.querySelectorAll('[data-step]')) {
    button.addEventListener('click', () => step(Number(button.getAttribute('data-step'))));
  }
  for (const link of document.querySelectorAll('[data-incident]')) {
    link.addEventListener('click', () => {
      const incident = incidents[Number(link.getAttribute('data-incident')) - 1];
      if (incident === undefined) return;
      report.selected(incident.number);
      report.reveal(incident.startSeconds, incident.endSeconds);
    });
  }
  for (const link of document.querySelectorAll('[data-time]')) {
    const seconds = Number(link.getAttribute('data-time'));
    link.addEventListener('click', () => report.reveal(seconds - 2, seconds + 2));
  }
  for (const pictures of document.querySelectorAll('.pictures'))
    startPictures(/** @type {HTMLElement} */ (pictures), report.playhead);
  return { open };
}

/**
 * @param {HTMLElement} pictures
 * @param {(seconds: number | null) => void} playhead
 */
function startPictures(pictures, playhead) {
  const video = pictures.querySelector('video');
  const show = (/** @type {string} */ view) => {
    pictures.dataset['view'] = view;
    for (const button of pictures.querySelectorAll('[data-show]')) {
      button.setAttribute('aria-pressed', String(button.getAttribute('data-show') === view));
    }
    if (view !== 'clip') video?.pause();
  };
  for (const button of pictures.querySelectorAll('[data-show]')) {
    button.addEventListener('click', () => show(/** @type {string} */ (button.getAttribute('data-show'))));
  }
  for (const button of pictures.querySelectorAll('[data-layer]')) {
    button.addEventListener('click', () => toggleLayer(pictures, /** @type {string} */ (button.getAttribute('data-layer'))));
  }
  if (video === null) return;
  pictures.querySelector('[data-seek-seconds]')?.addEventListener('click', (event) => {
    video.currentTime = Number(/** @type {Element} */ (event.currentTarget).getAttribute('data-seek-seconds'));
  });
  const clipStart = video.dataset['startSeconds'];
  if (clipStart === undefined) return;
  video.addEventListener('timeupdate', () => playhead(Number(clipStart) + video.currentTime));
  video.addEventListener('ended', () => playhead(null));
}

/**
 * Shows or hides one kind of mark on every key frame inside an element, all alike.
 *
 * @param {HTMLElement} within
 * @param {string} layer
 */
function toggleLayer(within, layer) {
  const buttons = [...within.querySelectorAll(`[data-layer="${layer}"]`)];
  const pressed = buttons.some((button) => button.getAttribute('aria-pressed') === 'true');
  for (const button of buttons) {
    button.setAttribute('aria-pressed', String(!pressed));
    button.closest('.key-frame')?.classList.toggle(`hides-${layer}`, pressed);
  }
}
