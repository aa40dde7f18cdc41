import { z } from 'zod';

/** `true` or `false` in a query. */
export const booleanQuerySchema = z.enum(['true', 'false']).transform((text) => text === 'true');

/** A moment in a query, ISO 8601 with a zone; given on in UTC with milliseconds, as records have it. */
export const momentQuerySchema = z.iso.datetime({ offset: true }).transform((text, context) => {
  const milliseconds = Date.parse(text);
  const moment = Number.isNaN(milliseconds) ? '' : new Date(milliseconds).toISOString();
  // beyond the years 0 to 9999 the texts have another form, and would not sort as times do
  if (moment.length === 24) return moment;
  context.addIssue({ code: 'custom', message: 'is not a moment of the years 0 to 9999' });
  return z.NEVER;
});

/** Words to look for. */
export const searchTextSchema = z.string().trim().min(1).max(200);

/** Order of a list. */
export const listOrderSchema = z.enum(['newest-first', 'oldest-first']).default('newest-first');
