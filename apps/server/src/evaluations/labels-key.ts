/** Media store key of the `dataset.json` that an evaluation was measured on. */
export function labelsKey(evaluationId: string): string {
  return `reports/${evaluationId.toLowerCase()}.labels.json`;
}
