/**
 * Agitation from which on motion is fight-like, body heights a second. [M] Surveillance Camera Fight clips: 2 of 40 ordinary scenes reach it, half of
 * the fights; people who walk, sit down, pick something up or fall alone do not.
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

/** Of somebody with nobody in reach only this part of the agitation counts ... */
export const lonePart = 0.5;

/** ... and never more than this part of the threshold. */
export const loneLimit = 0.9;
