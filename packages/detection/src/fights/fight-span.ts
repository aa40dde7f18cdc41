import type { RuleEvent } from '../incidents/rule-event.ts';
import { figure } from '../incidents/figures.ts';
import type { AgitatedMoment, AgitationLevel } from './agitation-level.ts';
import { continuingPart, endingSeconds, fightThreshold } from './fight-settings.ts';

/** A stretch of agitation, from its first level on. */
export class FightSpan {
  readonly #startSeconds: number;
  readonly #decidedSeconds: number;
  #endSeconds: number;
  #peakLevel = -1;
  #peak: AgitatedMoment;

  /** @param first - the level at which it begins */
  constructor(first: AgitationLevel) {
    const [earliest] = first.moments.filter(({ agitation }) => agitation >= first.level);
    this.#startSeconds = earliest.sinceSeconds;
    this.#decidedSeconds = first.moments[first.moments.length - 1].seconds;
    this.#endSeconds = this.#decidedSeconds;
    this.#peak = earliest;
    this.add(first);
  }

  /** The highest level so far, body heights a second. */
  get peakLevel(): number {
    return this.#peakLevel;
  }

  /** Takes the next level; false where the stretch has ended. */
  add({ level, moments }: AgitationLevel): boolean {
    const { seconds } = moments[moments.length - 1];
    if (level >= continuingPart * fightThreshold) this.#endSeconds = seconds;
    if (level > this.#peakLevel) {
      this.#peakLevel = level;
      this.#peak = moments.reduce((best, moment) => (moment.agitation > best.agitation ? moment : best));
    }
    return seconds - this.#endSeconds < endingSeconds;
  }

  /** The stretch as an event. */
  event(): RuleEvent {
    const agitation = figure(this.#peakLevel);
    const { boxes, isTooSmall } = this.#peak;
    const isPair = boxes.length > 1;
    return {
      kind: 'pose.fight',
      modality: 'pose',
      startSeconds: this.#startSeconds,
      endSeconds: this.#endSeconds,
      peakSeconds: this.#peak.seconds,
      decidedSeconds: this.#decidedSeconds,
      strength: this.#peakLevel / fightThreshold,
      title: 'Fight-like motion',
      summary: `Limbs move against each other at ${agitation} body heights a second, ${
        isPair ? 'with another person within reach' : 'of a person with nobody in reach'
      }; from ${fightThreshold} on this is fight-like.${isTooSmall ? ' The person is too small in the picture to judge.' : ''}`,
      details: {
        agitationBodyHeightsPerSecond: this.#peakLevel,
        thresholdBodyHeightsPerSecond: fightThreshold,
        withinReach: isPair,
        tooSmallToJudge: isTooSmall,
      },
      boundingBoxes: boxes,
      trackId: null,
    };
  }
}
