import { z } from 'zod';
import { userSchema } from '../records/account.ts';
import { named } from './schema-names.ts';

/** What everybody who is signed in may know of a user. */
export const personSchema = named('Person', userSchema.pick({ id: true, name: true, disabled: true }));

/** What everybody who is signed in may know of a user. */
export type Person = z.infer<typeof personSchema>;

/** Those that incidents can be assigned to, by name; at most 1000. */
export const peopleSchema = named('People', z.object({ items: z.array(personSchema) }));
