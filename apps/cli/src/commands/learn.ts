import { resolve } from 'node:path';
import { learnProfile, loadProfile, profileVersion, saveProfile } from '@vigil/pipeline';
import { print, showProgress, type CommandContext } from '../command-context.ts';
import type { ProgressMode } from '../output/progress-display.ts';
import { writing } from '../output/write-failure.ts';
import { asUserError } from '../run-error.ts';
import { LoadedSenses } from '../senses.ts';
import { closeWorkFolder, openWorkFolder } from '../work-folder.ts';

/** What `vigil learn` is asked to do. */
export interface LearnOptions {
  readonly files: readonly string[];
  readonly profile: string;
  /** Adds to the profile of that name instead of replacing it. */
  readonly extend?: boolean | undefined;
  readonly progress: ProgressMode;
}

/** Learns a profile from footage that the user calls normal. */
export async function learn(context: CommandContext, options: LearnOptions): Promise<number> {
  const { profilesFolder, workFolder } = context.configuration;
  const previous = options.extend ? await loadProfile(profilesFolder, options.profile) : null;
  await using loaded = await LoadedSenses.load(context);
  using progress = showProgress(context, options.progress);
  const work = await openWorkFolder(workFolder, options.files, {
    command: 'learn',
    name: options.profile,
    previous: previous === null ? null : profileVersion(previous),
    versions: loaded.senses.versions,
  });
  if (work.resumed) progress.above(`${options.profile}: going on where an earlier run stopped`);
  try {
    const profile = await learnProfile({
      name: options.profile,
      files: options.files.map((file) => resolve(file)),
      previous,
      senses: loaded.senses,
      workFolder: work.path,
      signal: context.signal,
      onProgress: (state) => progress.update(state),
    });
    context.signal.throwIfAborted();
    const path = await writing(profilesFolder, async () => await saveProfile(profilesFolder, profile));
    await closeWorkFolder(work, null);
    progress.clear();
    const verb = previous === null ? 'learned' : 'extended';
    print(context, `Profile ${profile.name} ${verb}, version ${profileVersion(profile)}: ${path}`);
    warnOfShortCalibration(context, profile.calibrationSeconds);
    return 0;
  } catch (error) {
    await closeWorkFolder(work, asUserError(error, context.signal));
    throw error;
  }
}

/** A budget by the day needs days; less is no error, but the promise is then an extrapolation. */
function warnOfShortCalibration({ stderr }: CommandContext, seconds: number): void {
  const hours = seconds / 3600;
  if (hours >= 24) return;
  const words = hours >= 1 ? `${hours.toFixed(1)} h` : `${Math.round(seconds)} s`;
  stderr.write(`note: an alarm budget by the day rests on ${words} of footage so far; --extend adds more\n`);
}
