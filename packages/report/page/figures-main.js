import { startHelp } from './help.js';
import { startTheme } from './theme.js';

document.documentElement.classList.add('has-scripts');
startTheme();
startHelp();
