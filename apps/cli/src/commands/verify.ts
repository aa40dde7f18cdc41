import { type CommandContext, print, printJson } from '../command-context.ts';
import { printable } from '../output/printable.ts';
import type { PackCheck, PackVerdict } from '../verify/pack-verdict.ts';
import { verifyPack } from '../verify/verify-pack.ts';

/** What the user asked for. */
export interface VerifyOptions {
  /** An evidence pack. */
  readonly file: string;
  readonly json?: boolean | undefined;
}

/** Checks an evidence pack and tells what holds; returns 1 where something does not. */
export async function verify(context: CommandContext, { file, json }: VerifyOptions): Promise<number> {
  const verdict = await verifyPack(file, context.signal);
  if (json === true) printJson(context, verdict);
  else printVerdict(context, verdict);
  return verdict.holds ? 0 : 1;
}

function printVerdict(context: CommandContext, { holds, incidentId, seal, versions, checks }: PackVerdict): void {
  const line = (text: string): void => print(context, printable(text));
  for (const check of checks) line(`${mark(check)} ${check.name} ${check.finding}`);
  for (const [name, version] of Object.entries(versions)) line(`     version of ${name}: ${version}`);
  if (holds) {
    line(`The pack of incident ${incidentId} is whole and unchanged. That it is the one that was made, the audit log says:`);
    line(`it must hold incident.export-evidence of incident:${incidentId} with the seal ${seal}`);
  } else line('The pack is NOT as it was made.');
}

function mark({ holds }: PackCheck): string {
  if (holds === null) return ' -  ';
  return holds ? 'ok  ' : 'BAD ';
}
