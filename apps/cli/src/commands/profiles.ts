import { listProfiles } from '@vigil/pipeline';
import { print, printJson, type CommandContext } from '../command-context.ts';
import { formatClock } from '../output/duration.ts';
import { renderTable } from '../output/table.ts';

/** Lists the profiles. */
export async function profiles(context: CommandContext, options: { readonly json?: boolean | undefined }): Promise<number> {
  const { profilesFolder } = context.configuration;
  const found = await listProfiles(profilesFolder);
  if (options.json) {
    printJson(context, found);
    return 0;
  }
  if (found.length === 0) {
    print(context, `no profiles in ${profilesFolder}; "vigil learn --profile NAME FILE…" makes one`);
    return 0;
  }
  const columns = [
    { heading: 'NAME' },
    { heading: 'REVISION', align: 'right' },
    { heading: 'VERSION' },
    { heading: 'FOOTAGE', align: 'right' },
    { heading: 'LEARNED FROM' },
  ] as const;
  const rows = found.map(({ name, revision, version, calibrationSeconds, sources, problem }) =>
    problem === null
      ? [name, String(revision), version, formatClock(calibrationSeconds), sources.map((source) => source.name).join(', ')]
      : [name, '', '', '', `cannot be used: ${problem}`],
  );
  print(context, renderTable(columns, rows));
  return 0;
}
