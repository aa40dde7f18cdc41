/**
 * Agitation from which on motion is fight-like, body heights a second. [M] Surveillance Camera Fight clips: 12 of 40 fights reach it and none of 40
 * ordinary scenes; people who walk, sit down, pick something up or fall alone do not.
 */
export const fightThreshold = 0.06;

/** A fight that has begun goes on down to this part of the threshold ... */
export const continuingPart = 0.6;

/** ... and ends after so long below it, seconds. */
export const endingSeconds = 2;

/** The level of agitation is the median over this time, seconds: a fight goes on, a gust of motion does not. */
export const levelSeconds = 1.6;

/** Moments that a level needs at least. */
export const leastMoments = 4;

/** A person is expected near where the object detector last saw one for this long, seconds: in a scuffle it often sees nobody. */
export const sightingSeconds = 2;

/**
 * Somebody below this height is too small to judge, share of the picture height. A cell of motion is a tenth of the picture high and wide: from here on
 * it holds at most a quarter of a body. In smaller bodies it mixes those of two who pass each other, who then look like two who struggle.
 */
export const judgedHeight = 0.4;

/** A box so many times as tall as wide holds two who stand one behind the other: a body counts as at most so tall. */
export const slimmestBody = 2.5;

/** Of somebody with nobody in reach, or too small to judge, only this part of the agitation counts ... */
export const doubtfulPart = 0.5;

/** ... and never more than this part of the threshold: it ranks, it does not alarm. */
export const doubtfulLimit = 0.9;
