const exitCodes = `Exit codes:
  0    finished, with incidents or without
  1    internal error; what "verify" checked does not hold
  2    wrong usage
  3    a file cannot be analysed
  4    the profile or the data set cannot be used
  5    a model cannot run
  6    the output cannot be written
  7    the store refused, or is not there
  130  cancelled; the same command goes on where it stopped`;

const environment = `Environment:
  DATA_DIR     profiles, models, checkpoints, records (default ~/.local/share/vigil)
  MONGODB_URL  records lie there, not in DATA_DIR; DATABASE_NAME is the database (default vigil)
  MODEL_CACHE  models alone (default DATA_DIR/models)
  POSE_MODEL   lite, full or heavy: quicker or more exact (default lite)
  NO_COLOR     any value: no colour on terminals
  VIGIL_DEBUG  1: stacks of errors`;

const examples = {
  analyse: [
    ['vigil analyse visit.mp4', 'compare a video with itself; report in vigil-out/visit'],
    ['vigil analyse gate.mp4 --profile gate --budget 10/day --out night', 'compare it with a profile'],
    ['vigil analyse *.mp4 --out reports', 'several files, a folder each; bad ones do not stop the rest'],
    ['vigil analyse gate.mp4 --json | jq .incidents', 'for programs: nothing but JSON on standard output'],
  ],
  learn: [
    ['vigil learn --profile gate monday.mp4 tuesday.mp4', 'learn what is normal at the gate'],
    ['vigil learn --profile gate --extend sunday.mp4', 'add to it, without the earlier files'],
  ],
  profiles: [
    ['vigil profiles', 'list them'],
    ['vigil profiles --json', 'the same for programs'],
  ],
  eval: [
    ['vigil eval ped2', 'learn from the train split, score the test split'],
    ['vigil eval ped2 --json --out ped2.html', 'figures for programs, and a report with plots'],
  ],
  demo: [
    ['vigil demo', 'make a scene, learn from its normal part, find what was planted in the rest'],
    ['vigil demo --seed 7', 'another scene'],
    ['vigil demo --scenes 10', 'ten scenes, each in a line'],
    ['vigil demo holiday.mp4', 'analyse a video of yours'],
  ],
  backup: [
    ['vigil backup /backups/monday --media', 'records and files of DATA_DIR, or of the MongoDB of MONGODB_URL'],
    ['vigil backup monday', 'records alone'],
  ],
  restore: [
    ['vigil restore /backups/monday', 'into an empty store'],
    ['MONGODB_URL=mongodb://db/ vigil restore monday', 'from one kind of store to the other'],
  ],
  verify: [
    [
      'vigil verify evidence-1.zip',
      'every file, the chain of hashes, the versions; exit code 1 if anything is not as it was made',
    ],
    ['vigil verify evidence-1.zip --json | jq -r .seal', 'the seal, to be compared with the audit log'],
  ],
  'admin reset-password': [
    ['vigil admin reset-password --email admin@vigil.local', 'in the store of DATA_DIR, or the MongoDB of MONGODB_URL'],
  ],
} as const;

/** Examples and exit codes, for the end of a command's help. */
export function helpOfCommand(command: keyof typeof examples): string {
  const lines = examples[command].map(([line, meaning]) => `  ${line}\n      ${meaning}`);
  return `\nExamples:\n${lines.join('\n')}\n\n${exitCodes}`;
}

/** The end of the help of the program as a whole. */
export function helpOfProgram(): string {
  const lines = [examples.demo[0], examples.learn[0], examples.analyse[1], examples.eval[0]];
  return `\nExamples:\n${lines.map(([line]) => `  ${line}`).join('\n')}\n\n${exitCodes}\n\n${environment}`;
}
