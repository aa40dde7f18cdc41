import { incidentWords } from './en/incident-words.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';

/** Texts of the frame; every feature has a file of its own beside these. Another language is another folder beside `en` with the same form. */
export const messages = { incidentWords, shell, signIn } as const;
