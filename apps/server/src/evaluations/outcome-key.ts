/** Media store key of what an evaluation has found. */
export function outcomeKey(evaluationId: string): string {
  return `reports/${evaluationId.toLowerCase()}.json`;
}
