import { readFile, stat } from 'node:fs/promises';
import { VigilError } from '@vigil/contracts';
import { z } from 'zod';

const evidenceName = z
  .string()
  .regex(/^(key-frames|clips)\/[^/\\]+$/)
  .nullable();

const previousAnalysisSchema = z.object({
  format: z.literal('vigil-analysis'),
  incidents: z.array(z.object({ keyFrame: evidenceName, clip: evidenceName })),
});

/**
 * Names of the key frames and clips of an earlier analysis in the same folder; empty where there was none.
 *
 * @throws VigilError `not-writable` where one of the files exists and is not from an analysis: it would be lost.
 */
export async function readEvidenceOf(resultPath: string, reportPath: string): Promise<Set<string>> {
  const text = await readFile(resultPath, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (text === null) {
    if (await exists(reportPath)) throw taken(reportPath);
    return new Set();
  }
  const previous = previousAnalysisSchema.safeParse(parseJson(text));
  if (!previous.success) throw taken(resultPath);
  return new Set(previous.data.incidents.flatMap(({ keyFrame, clip }) => [keyFrame, clip]).filter((name) => name !== null));
}

/** Whether an error says that there is no such file. */
export function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function taken(path: string): VigilError {
  const message = `${JSON.stringify(path)}: is not from an earlier analysis and would be lost; move it, or choose another folder with --out`;
  return new VigilError('not-writable', message, { path });
}
