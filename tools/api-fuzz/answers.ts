import { readFile } from 'node:fs/promises';

/** How often an operation was answered with each status. */
type Answers = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** File that `hooks.py` writes counts of answers to, a line for each run. */
export const answersFile = 'answers.jsonl';

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

/**
 * Says how many operations of a service had a success among their answers, and with what the others were answered: fuzzing shows little
 * about what only ever refuses.
 *
 * @param document The service's `openapi.json`
 * @param file Counts of all runs so far
 */
export async function successesInWords(document: Document, file: string): Promise<string> {
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  const counted = lines.map((line) => JSON.parse(line) as Answers);
  const statusesOf = (operation: string): string[] => [
    ...new Set(counted.flatMap((answers) => Object.keys(answers[operation] ?? {}))),
  ];
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const without = operations.filter((operation) => !statusesOf(operation).some((status) => /^[23]/.test(status)));
  const rows = without.map((operation) => `  ${operation}: ${statusesOf(operation).toSorted().join(', ') || 'never asked'}`);
  return [
    `${operations.length - without.length} of ${operations.length} operations had a success among their answers`,
    ...rows,
  ].join('\n');
}
