import { VigilError } from '@vigil/contracts';
import { Command, CommanderError, Option } from 'commander';
import type { CommandContext } from './command-context.ts';
import { defaultIncidentsPerDay, parseBudget } from './options/budget.ts';
import { defaultDemoFolder, defaultOutputFolder } from './options/output-folders.ts';
import { parseProfileName } from './options/profile-name.ts';
import { parseSceneCount } from './options/scene-count.ts';
import { parseSeed } from './options/seed.ts';
import type { ProgressMode } from './output/progress-display.ts';
import { helpOfCommand, helpOfProgram } from './program-help.ts';

/**
 * Runs the command that the arguments name. Commands are loaded on demand, so that help and wrong usage answer at once.
 *
 * @returns The exit code.
 * @throws VigilError `bad-request` for wrong usage, and whatever the command throws.
 */
export async function runProgram(args: readonly string[], context: CommandContext): Promise<number> {
  let exitCode = 0;
  const program = buildProgram(context, (code) => {
    exitCode = code;
  });
  if (args.length === 0) throw new VigilError('bad-request', 'which command? "vigil --help" lists them');
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw usageError(error);
  }
  return exitCode;
}

function usageError(error: CommanderError): VigilError {
  const words = error.message
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\.$/, '');
  return new VigilError('bad-request', `${words}; "vigil --help" and "vigil COMMAND --help" show the forms`, {}, error);
}

function buildProgram(context: CommandContext, setExitCode: (code: number) => void): Command {
  const program = new Command('vigil')
    .description('Finds the moments in video that do not belong: learns what is normal, and explains what is not.')
    .version(context.version, '--version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: (text) => context.stdout.write(text), writeErr: () => undefined })
    .addHelpText('after', helpOfProgram());

  program
    .command('analyse')
    .description('analyse videos and report what does not belong')
    .argument('<FILE...>', 'videos of any format that FFmpeg reads')
    .option('--profile <NAME>', 'compare with this profile; without one, a video is compared with itself', parseProfileName)
    .option(
      '--budget <N/day>',
      'alarm budget: at most so many incidents a day, hour or week',
      parseBudget,
      defaultIncidentsPerDay,
    )
    .option('--out <DIR>', `output folder (default ${defaultOutputFolder}/NAME; with --json nothing is written)`)
    .option('--json', 'print the result as JSON')
    .addOption(progressOption())
    .addHelpText('after', helpOfCommand('analyse'))
    .action(
      async (files: string[], options: { profile?: string; budget: number; out?: string; json?: true; progress: ProgressMode }) =>
        setExitCode(
          await (await import('./commands/analyse.ts')).analyse(context, { ...options, files, incidentsPerDay: options.budget }),
        ),
    );

  program
    .command('learn')
    .description('learn what is normal from footage without incidents')
    .argument('<FILE...>', 'videos of one camera in which nothing unusual happens')
    .requiredOption('--profile <NAME>', 'name of the profile', parseProfileName)
    .option('--extend', 'add to the profile instead of replacing it')
    .addOption(progressOption())
    .addHelpText('after', helpOfCommand('learn'))
    .action(async (files: string[], options: { profile: string; extend?: true; progress: ProgressMode }) =>
      setExitCode(await (await import('./commands/learn.ts')).learn(context, { ...options, files })),
    );

  program
    .command('profiles')
    .description('list the profiles')
    .option('--json', 'print them as JSON')
    .addHelpText('after', helpOfCommand('profiles'))
    .action(async (options: { json?: true }) =>
      setExitCode(await (await import('./commands/profiles.ts')).profiles(context, options)),
    );

  program
    .command('eval')
    .description('measure on a labelled data set how well incidents are found')
    .argument('<DIR>', 'folder with a dataset.json')
    .addOption(budgetOption('alarm budget at which alarms are counted'))
    .option('--json', 'print all figures as JSON')
    .option('--out <FILE.html>', 'write a report with plots')
    .addOption(progressOption())
    .addHelpText('after', helpOfCommand('eval'))
    .action(async (folder: string, options: { budget: number; json?: true; out?: string; progress: ProgressMode }) =>
      setExitCode(
        await (await import('./commands/eval.ts')).evaluate(context, { ...options, folder, incidentsPerDay: options.budget }),
      ),
    );

  program
    .command('demo')
    .description('show how it works, on a scene made for it or on a video of yours')
    .argument('[FILE]', 'your own video, compared with itself')
    .option('--seed <N>', 'which scene to make, a whole number', parseSeed, 1)
    .option('--scenes <N>', 'make so many scenes, from the seed on, and tell each in a line', parseSceneCount)
    .option('--out <DIR>', 'output folder', defaultDemoFolder)
    .addOption(progressOption())
    .addHelpText('after', helpOfCommand('demo'))
    .action(async (file: string | undefined, options: { seed: number; scenes?: number; out: string; progress: ProgressMode }) =>
      setExitCode(await (await import('./commands/demo.ts')).demo(context, { ...options, file })),
    );

  program
    .command('backup')
    .description('write a verified copy of all records, and of the media files')
    .argument('<OUT>', 'folder of the backup, which must not be there yet')
    .option('--media', 'with uploaded videos, evidence and profiles')
    .option('--json', 'print what was copied as JSON')
    .addOption(progressOption())
    .addHelpText('after', helpOfCommand('backup'))
    .action(async (folder: string, options: { media?: true; json?: true; progress: ProgressMode }) =>
      setExitCode(await (await import('./commands/backup.ts')).backup(context, { ...options, folder })),
    );

  program
    .command('restore')
    .description('bring a backup into the store of the services, which must be stopped')
    .argument('<IN>', 'folder of the backup')
    .option('--replace', 'remove what is in the store first')
    .option('--json', 'print what was copied as JSON')
    .addOption(progressOption())
    .addHelpText('after', helpOfCommand('restore'))
    .action(async (folder: string, options: { replace?: true; json?: true; progress: ProgressMode }) =>
      setExitCode(await (await import('./commands/restore.ts')).restore(context, { ...options, folder })),
    );

  program
    .command('verify')
    .description('check offline that an evidence pack is whole and unchanged')
    .argument('<PACK.zip>', 'evidence pack of an incident')
    .option('--json', 'print what was checked as JSON')
    .addHelpText('after', helpOfCommand('verify'))
    .action(async (file: string, options: { json?: true }) =>
      setExitCode(await (await import('./commands/verify.ts')).verify(context, { ...options, file })),
    );

  const admin = program
    .command('admin')
    .description('what an administrator does without a running service')
    .action(() => {
      throw new VigilError('bad-request', 'what is to be administered? "vigil admin --help" lists the commands');
    });
  admin
    .command('reset-password')
    .description('give a user a new password, which is generated and shown once')
    .requiredOption('--email <E>', 'e-mail address that the user signs in with')
    .option('--json', 'print the new password as JSON')
    .addHelpText('after', helpOfCommand('admin reset-password'))
    .action(async (options: { email: string; json?: true }) =>
      setExitCode(await (await import('./commands/reset-password.ts')).resetPassword(context, options)),
    );

  return program;
}

function budgetOption(description: string): Option {
  return new Option('--budget <N/day>', description)
    .argParser(parseBudget)
    .default(defaultIncidentsPerDay, `${defaultIncidentsPerDay}/day`);
}

function progressOption(): Option {
  return new Option('--progress <MODE>', 'progress on standard error: a bar on terminals, lines for programs, or none')
    .choices(['auto', 'lines', 'none'])
    .default('auto');
}
