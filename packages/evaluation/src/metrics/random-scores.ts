/**
 * Reproducible scores and labels for tests, many of them tied: a linear congruential generator (Numerical Recipes, 3rd
 * edition, section 7.1).
 */
export function randomScores(count: number, seed: number, levels = 12): { scores: number[]; labels: number[] } {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const labels = Array.from({ length: count }, () => (next() < 0.35 ? 1 : 0));
  const scores = labels.map((label) => Math.floor((next() + label * 0.3) * levels) / levels);
  return { scores, labels };
}
