import type { ServerContext } from '../../server-context.ts';
import type { AddressPolicy } from '../outbound/address-policy.ts';

/** What the use cases of rules work with. */
export type RuleContext = ServerContext & { readonly policy: AddressPolicy };
