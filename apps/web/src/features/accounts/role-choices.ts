import { messages } from '../../messages/index.ts';

/** The roles, as a list to choose from. */
export const roleChoices: { value: string; label: string }[] = Object.entries(messages.shell.roles).map(([value, label]) => ({
  value,
  label,
}));
