import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** What the environment decides. This file is the only one that reads it. */
export interface Configuration {
  /** Absolute path of the folder of everything that outlives a command. */
  readonly dataFolder: string;
  /** Profiles, one folder a name. */
  readonly profilesFolder: string;
  /** The embedded store; used where no MongoDB is named. */
  readonly databaseFile: string;
  /** Files that the services keep. */
  readonly mediaFolder: string;
  /** Address of the MongoDB that is used; null for the embedded store, unless a file names one. */
  readonly mongoUrl: string | null;
  /** File whose first line is the address, as it may hold a password. */
  readonly mongoUrlFile: string | null;
  readonly mongoDatabaseName: string;
  /** Models as built for this machine. */
  readonly modelCacheFolder: string;
  /** Checkpoints of runs that were cut off. */
  readonly workFolder: string;
  /** Which pose model is asked for; what is none is refused where the models are loaded. */
  readonly poseModel: string;
  /** Variables that programs which `vigil` starts are handed on: where to find programs, temporary files and the database. */
  readonly inherited: Readonly<Record<string, string>>;
  /** Whether the user allows colour on terminals. */
  readonly colour: boolean;
  /** Whether errors are printed with their stack. */
  readonly debug: boolean;
}

/** Reads the configuration; `docs/cli.md` describes the variables. */
export function readConfiguration(environment: NodeJS.ProcessEnv = process.env): Configuration {
  const dataFolder = resolve(nonEmpty(environment.DATA_DIR) ?? defaultDataFolder(environment));
  return {
    dataFolder,
    profilesFolder: join(dataFolder, 'profiles'),
    databaseFile: join(dataFolder, 'vigil.sqlite'),
    mediaFolder: join(dataFolder, 'media'),
    mongoUrl: nonEmpty(environment.MONGODB_URL) ?? null,
    mongoUrlFile: nonEmpty(environment.MONGODB_URL_FILE) ?? null,
    mongoDatabaseName: nonEmpty(environment.DATABASE_NAME) ?? 'vigil',
    modelCacheFolder: resolve(nonEmpty(environment.MODEL_CACHE) ?? join(dataFolder, 'models')),
    workFolder: join(dataFolder, 'work'),
    poseModel: nonEmpty(environment.POSE_MODEL) ?? 'lite',
    inherited: pick(environment, ['PATH', 'HOME', 'TMPDIR', 'TZ', 'LANG', 'MONGODB_URL', 'MONGODB_URL_FILE', 'DATABASE_NAME']),
    colour: nonEmpty(environment.NO_COLOR) === undefined,
    debug: environment.VIGIL_DEBUG === '1',
  };
}

function pick(environment: NodeJS.ProcessEnv, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]]])));
}

/** As the XDG Base Directory Specification places application data. */
function defaultDataFolder(environment: NodeJS.ProcessEnv): string {
  return join(nonEmpty(environment.XDG_DATA_HOME) ?? join(homedir(), '.local', 'share'), 'vigil');
}

function nonEmpty(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
