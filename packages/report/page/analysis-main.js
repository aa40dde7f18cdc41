import { startHelp } from './help.js';
import { startIncidents } from './incidents.js';
import { startTheme } from './theme.js';
import { startTimeline } from './timeline.js';

document.documentElement.classList.add('has-scripts');
startTheme();
startHelp();

const timeline = startTimeline((number) => cards.open(number));
const cards = startIncidents(
  {
    selected: (number) => timeline?.select(number),
    reveal: (startSeconds, endSeconds) => timeline?.reveal(startSeconds, endSeconds),
    playhead: (seconds) => timeline?.showPlayhead(seconds),
  },
  timeline === null ? [] : JSON.parse(document.getElementById('timeline-data')?.textContent ?? '').incidents,
);
