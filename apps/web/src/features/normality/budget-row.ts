import type { BudgetFigure } from '@vigil/contracts';

const daySeconds = 86_400;

/** How a source kept its promise. `short`: in so little footage not even one incident fits the budget. */
export type BudgetVerdict = 'within' | 'above' | 'short';

/** One row of the plot: shares of the widest, 0 to 1. */
export interface BudgetRow extends Readonly<BudgetFigure> {
  readonly promisedShare: number;
  readonly achievedShare: number;
  readonly verdict: BudgetVerdict;
}

/** Rows of the plot, on one scale. Square roots, so that a source with a hundred times the alarms leaves the others something to see. */
export function budgetRows(figures: readonly Readonly<BudgetFigure>[]): BudgetRow[] {
  const widest = Math.max(...figures.map(({ promisedPerDay, achievedPerDay }) => Math.max(promisedPerDay, achievedPerDay)), 1e-9);
  return figures.map((figure) => ({
    ...figure,
    promisedShare: Math.sqrt(figure.promisedPerDay / widest),
    achievedShare: Math.sqrt(figure.achievedPerDay / widest),
    verdict: verdictOf(figure),
  }));
}

function verdictOf({ promisedPerDay, achievedPerDay, analysedSeconds }: Readonly<BudgetFigure>): BudgetVerdict {
  if (achievedPerDay <= promisedPerDay) return 'within';
  return (promisedPerDay * analysedSeconds) / daySeconds < 1 ? 'short' : 'above';
}
