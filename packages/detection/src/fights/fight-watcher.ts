import type { FeatureGrid } from '../features/feature-grid.ts';
import type { FeatureRecord, MotionSample } from '../features/feature-record.ts';
import type { RuleEvent } from '../incidents/rule-event.ts';
import { type AgitatedMoment, type AgitationLevel, AgitationWindow } from './agitation-level.ts';
import { FightSpan } from './fight-span.ts';
import { doubtfulLimit, doubtfulPart, fightThreshold } from './fight-settings.ts';
import { LimbAgitation } from './limb-agitation.ts';
import { RecentSightings } from './recent-sightings.ts';

/**
 * Finds fight-like motion: limbs that move fast against each other, of somebody with another person within reach, for longer than a second.
 *
 * What is measured is the incoherence of the optical flow where people are, in their own heights a second (see {@link LimbAgitation}): it needs no
 * poses, which a scuffle hides. A moment counts as much as its most agitated person; the median over 1.6 s is the level. People alone or far away never
 * reach the threshold.
 */
export class FightWatcher {
  readonly #agitation: LimbAgitation;
  readonly #sightings: RecentSightings;
  readonly #window = new AgitationWindow();
  #seconds = Number.NaN;
  #open: FightSpan | null = null;
  /** The strongest stretch that stayed below the threshold; null after a fight. */
  #strongest: FightSpan | null = null;
  #hasFound = false;
  #strength = 0;
  #highest = 0;

  /** @param grid - places of the motion in the records */
  constructor(grid: FeatureGrid) {
    this.#agitation = new LimbAgitation(grid);
    this.#sightings = new RecentSightings(grid.aspect);
  }

  /** How fight-like the last moments are, 1 at the threshold. */
  get strength(): number {
    return this.#strength;
  }

  /** How fight-like the most fight-like moments of the source are, 1 at the threshold. */
  get highest(): number {
    return this.#highest;
  }

  /** Takes the next record and gives the fight that ended with it. */
  push({ seconds, motion, sightings }: FeatureRecord): RuleEvent[] {
    this.#sightings.add(seconds, sightings);
    const since = this.#seconds;
    this.#seconds = seconds;
    if (!motion || Number.isNaN(since)) {
      this.#strength = 0;
      this.#window.clear();
      return this.#close();
    }
    const level = this.#window.add(this.#measure(since, seconds, motion));
    return level ? this.#take(level) : [];
  }

  /** Gives the fight that still goes on; where there was none, the strongest stretch below the threshold, if any. */
  end(): RuleEvent[] {
    const rest = this.#highest === 0 ? this.#window.current() : null;
    const found = [...(rest ? this.#take(rest) : []), ...this.#close()];
    if (this.#hasFound || !this.#strongest) return found;
    return [this.#strongest.event()];
  }

  #measure(sinceSeconds: number, seconds: number, motion: MotionSample): AgitatedMoment {
    this.#agitation.load(motion);
    let most: AgitatedMoment = { sinceSeconds, seconds, agitation: 0, boxes: [], isTooSmall: false };
    for (const { box, neighbour, isTooSmall } of this.#sightings.people()) {
      const own = this.#agitation.of(box);
      const isJudged = neighbour !== null && !isTooSmall;
      const agitation = isJudged ? own : Math.min(own * doubtfulPart, fightThreshold * doubtfulLimit);
      if (agitation > most.agitation) most = { ...most, agitation, boxes: neighbour ? [box, neighbour] : [box], isTooSmall };
    }
    return most;
  }

  #take(level: AgitationLevel): RuleEvent[] {
    this.#strength = level.level / fightThreshold;
    this.#highest = Math.max(this.#highest, this.#strength);
    if (this.#open) return this.#open.add(level) ? [] : this.#close();
    if (level.level >= fightThreshold) this.#open = new FightSpan(level);
    else if (level.level > (this.#strongest?.peakLevel ?? 0)) this.#strongest = new FightSpan(level);
    return [];
  }

  #close(): RuleEvent[] {
    if (!this.#open) return [];
    const event = this.#open.event();
    this.#open = null;
    this.#hasFound = true;
    return [event];
  }
}
