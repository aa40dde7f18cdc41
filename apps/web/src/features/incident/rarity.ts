import { incident as messages } from '../../messages/en/incident.ts';
import { oddsOf } from './measured-value.ts';

/** How unusual a p-value is, in words. */
export function rarityText(pValue: number): string {
  const text = messages.evidence.rarity;
  const odds = oddsOf(pValue);
  if (odds === 'usual') return text.usual;
  return odds === 'rarest' ? text.rarest : text.odds(odds);
}
