import type { RuleEvent } from '../incidents/rule-event.ts';
import { lyingEvent, raisedArmsEvent, runningEvent } from './body-events.ts';
import { BodyHistory, type BodyMoment } from './body-history.ts';
import type { BodyMeasure } from './body-measure.ts';
import { type Fall, FallRule } from './fall-rule.ts';
import type { HeldSpan } from './held-span.ts';
import { LyingRule } from './lying-rule.ts';
import { RaisedArmsRule } from './raised-arms-rule.ts';
import { RunningRule } from './running-rule.ts';

/** What the rules found out about one person. */
export interface PersonFindings {
  /** Falls that ended. */
  readonly falls: readonly Fall[];
  /** Stretches of lying that ended; they may belong to a fall. */
  readonly lying: readonly HeldSpan[];
  readonly events: readonly RuleEvent[];
}

/** All rules of body for one person. */
export class WatchedPerson {
  readonly #history = new BodyHistory();
  readonly #fall = new FallRule(this.#history);
  readonly #lying = new LyingRule();
  readonly #arms = new RaisedArmsRule();
  readonly #running = new RunningRule(this.#history);
  /** The last track that the person was; null where there was none. */
  trackId: number | null = null;
  /** The last moment that told something. */
  #last: BodyMoment | null = null;

  /** The last moment that told something; null before. */
  get last(): BodyMoment | null {
    return this.#last;
  }

  /** The fall that goes on; null where there is none. */
  get fall(): Fall | null {
    return this.#fall.fall;
  }

  /** Takes the person at the next moment. */
  push(measure: BodyMeasure): PersonFindings {
    const moment = this.#history.push(measure);
    if (!moment) return { falls: [], lying: [], events: [] };
    this.#last = moment;
    return this.#findings(this.#fall.push(moment), this.#lying.push(moment), this.#arms.push(moment), this.#running.push(moment));
  }

  /** The person is no longer seen. */
  end(seconds: number, isLastMoment: boolean): PersonFindings {
    return this.#findings(this.#fall.end(seconds, isLastMoment), this.#lying.end(), this.#arms.end(), this.#running.end());
  }

  #findings(
    fall: Fall | null,
    lying: HeldSpan | null,
    arms: HeldSpan | null,
    run: ReturnType<RunningRule['end']>,
  ): PersonFindings {
    return {
      falls: fall ? [fall] : [],
      lying: lying ? [lying] : [],
      events: [...(arms ? [raisedArmsEvent(arms, this.trackId)] : []), ...(run ? [runningEvent(run, this.trackId)] : [])],
    };
  }

  /** The lying as an event of its own. */
  lyingEvent(span: HeldSpan): RuleEvent {
    return lyingEvent(span, this.trackId);
  }
}
