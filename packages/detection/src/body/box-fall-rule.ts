import type { FeatureGrid } from '../features/feature-grid.ts';
import type { FeatureRecord } from '../features/feature-record.ts';
import type { RuleEvent } from '../incidents/rule-event.ts';
import { BodyHistory } from './body-history.ts';
import { measureBody } from './body-measure.ts';
import { FallRule } from './fall-rule.ts';

/** Falls by the shape and speed of people's boxes alone: what the pose has to add to. */
export class BoxFallRule {
  readonly #aspect: number;
  readonly #people = new Map<number, { readonly history: BodyHistory; readonly rule: FallRule }>();
  #highest = 0;
  #seconds = 0;

  /** @param grid - of the motion in the records: it tells the shape of the picture */
  constructor({ aspect }: Pick<FeatureGrid, 'aspect'>) {
    this.#aspect = aspect;
  }

  /** The strongest fall so far; 1 and more is one. */
  get highest(): number {
    return this.#highest;
  }

  /** Takes the next record; what is found counts in {@link highest} and raises no event. */
  push({ people, seconds }: FeatureRecord): RuleEvent[] {
    this.#seconds = seconds;
    const present = new Set<number>();
    for (const person of people ?? []) {
      present.add(person.id);
      const own = this.#person(person.id);
      const moment = own.history.push({ ...measureBody(person, seconds, this.#aspect), pose: null });
      if (moment) this.#note(own.rule.push(moment)?.strength);
      this.#note(own.rule.fall?.strength);
    }
    for (const id of this.#people.keys()) if (!present.has(id)) this.#leave(id, seconds, false);
    return [];
  }

  /** The source has ended. */
  end(): RuleEvent[] {
    for (const id of this.#people.keys()) this.#leave(id, this.#seconds, true);
    return [];
  }

  #person(id: number): { readonly history: BodyHistory; readonly rule: FallRule } {
    const known = this.#people.get(id);
    if (known) return known;
    const history = new BodyHistory(true);
    const own = { history, rule: new FallRule(history) };
    this.#people.set(id, own);
    return own;
  }

  #leave(id: number, seconds: number, isLastMoment: boolean): void {
    this.#note(this.#people.get(id)?.rule.end(seconds, isLastMoment)?.strength);
    this.#people.delete(id);
  }

  #note(strength = 0): void {
    this.#highest = Math.max(this.#highest, strength);
  }
}
