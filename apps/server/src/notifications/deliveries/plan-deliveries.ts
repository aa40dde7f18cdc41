import { type FeedMessage, type IncidentRecord, type NotificationRule, VigilError } from '@vigil/contracts';
import type { Clock, Store } from '@vigil/store';
import type { FastifyBaseLogger } from 'fastify';
import { recordIdOf } from '../../jobs/record-id.ts';
import { claimTelling } from '../rules/cool-down.ts';
import { ruleMatches } from '../rules/rule-matches.ts';
import { allRules } from './all-rules.ts';

/**
 * Stores a delivery for each rule that is for a new incident among the messages; returns how many. A delivery is named by rule and
 * incident: messages that are read again, by this process or another, make no second one.
 */
export async function planDeliveries(
  { store, clock, log }: { readonly store: Store; readonly clock: Clock; readonly log: FastifyBaseLogger },
  messages: readonly FeedMessage[],
): Promise<number> {
  const news = messages.filter(({ topic, type }) => topic === 'incident' && type === 'new');
  if (news.length === 0) return 0;
  const rules = await allRules(store);
  let planned = 0;
  for (const { record, at } of news) {
    const incident = record as IncidentRecord;
    const matching = rules.filter((rule) => matches(rule, incident, Date.parse(at), log));
    for (const rule of matching) if (await plan(store, { rule, incident, at, now: clock() })) planned += 1;
  }
  return planned;
}

/** A rule that cannot be judged, such as one of a time zone that is not known any more, holds up no other. */
function matches(rule: NotificationRule, incident: IncidentRecord, atMs: number, log: FastifyBaseLogger): boolean {
  try {
    return ruleMatches(rule, incident, atMs);
  } catch (error) {
    log.error({ err: error, ruleId: rule.id }, 'a notification rule cannot be judged');
    return false;
  }
}

async function plan(
  store: Store,
  { rule, incident, at, now }: { rule: NotificationRule; incident: IncidentRecord; at: string; now: number },
): Promise<boolean> {
  const id = deliveryId(rule.id, incident.id);
  if ((await store.deliveries.get(id)) !== null) return false;
  const isTold = await claimTelling(store, rule, incident, Date.parse(at));
  try {
    await store.deliveries.insert({
      id,
      ruleId: rule.id,
      incidentId: incident.id,
      state: isTold ? 'waiting' : 'cooling',
      attempts: 0,
      notBefore: new Date(now).toISOString(),
      problem: null,
      sentAt: null,
    });
    return isTold;
  } catch (error) {
    if (error instanceof VigilError && error.code === 'conflict') return false;
    throw error;
  }
}

/** Id of the one delivery of an incident by a rule. */
function deliveryId(ruleId: string, incidentId: string): string {
  return recordIdOf(`delivery ${ruleId} ${incidentId}`);
}
