import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { answersFile, successesInWords } from './answers.ts';
import { openRun } from './run-facts.ts';
import { fillSampleStore, makeVideo } from './sample-store.ts';
import { installSchemathesis, runSchemathesis } from './schemathesis-program.ts';
import { serve } from './served-services.ts';

/** Accounts and keys that the run itself lives on are left to the phases that guess ids. */
const notChained = ['/api/v1/users', '/api/v1/api-keys', '/api/v1/auth'];

const { values } = parseArgs({
  options: {
    examples: { type: 'string', default: '25' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});

const program = installSchemathesis();
const folder = await mkdtemp(join(tmpdir(), 'vigil-api-fuzz-'));
let failed = 0;
try {
  const dataFolder = join(folder, 'data');
  await fillSampleStore(dataFolder);
  const admin = { email: 'admin@vigil.test', password: 'a password for this run' };
  const environment = {
    DATA_DIR: dataFolder,
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
    MAX_FILE_SIZE: '1MB',
    DISK_RESERVE: '1MB',
    // a refusal for too many requests would hide what an operation answers
    RATE_LIMIT_FACTOR: '1000',
  };
  await using api = await serve('api', environment);
  await using dashboard = await serve('dashboard', environment);
  // the dashboard first: nothing that it answers changes what the other lives on
  const targets = [
    { service: 'dashboard', address: dashboard.address },
    { service: 'api', address: api.address },
  ] as const;
  const videoFile = join(folder, 'upload.mp4');
  makeVideo(videoFile);
  for (const { service, address } of targets) {
    if (values.only !== undefined && values.only !== service) continue;
    const facts = { ...(await openRun(api.address, admin, service)), videoFile, origin: address };
    const options = {
      '--url': address,
      '--seed': values.seed,
      '--max-examples': values.examples,
      '--generation-database': 'none',
      // a busy machine is no finding
      '--suppress-health-check': 'too_slow',
    };
    const configuration = join(import.meta.dirname, 'schemathesis.toml');
    const common = ['--config-file', configuration, 'run', `${address}/openapi.json`, ...Object.entries(options).flat()];
    await rm(join(folder, answersFile), { force: true });
    const guessing = ['--phases', 'examples,coverage,fuzzing'];
    const chaining = ['--phases', 'stateful', ...notChained.flatMap((path) => ['--exclude-path-regex', `^${path}`])];
    for (const phases of [guessing, chaining])
      failed +=
        (await runSchemathesis(program, [...common, '--continue-on-failure', '--no-color', ...phases], {
          folder,
          facts,
        })) === 0
          ? 0
          : 1;
    const document = (await (await fetch(`${address}/openapi.json`)).json()) as Parameters<typeof successesInWords>[0];
    console.log(`${service}: ${await successesInWords(document, join(folder, answersFile))}`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit(failed === 0 ? 0 : 1);
