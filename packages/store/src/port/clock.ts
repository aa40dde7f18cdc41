/** Wall clock, milliseconds since 1970 in UTC. */
export type Clock = () => number;
