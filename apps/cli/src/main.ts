import { exitCodeOf } from '@vigil/contracts';
import { Cancellation } from './cancellation.ts';
import { readConfiguration } from './config.ts';
import { runProgram } from './program.ts';
import { asUserError, errorText } from './run-error.ts';
import { readVigilVersion } from './vigil-version.ts';

const configuration = readConfiguration();
using cancellation = new Cancellation();
const { stdout, stderr } = process;
// A reader that has seen enough, as in `vigil profiles | head`, is no error.
for (const stream of [stdout, stderr]) stream.on('error', () => undefined);

try {
  const context = { configuration, stdout, stderr, signal: cancellation.signal, version: readVigilVersion() };
  process.exitCode = await runProgram(process.argv.slice(2), context);
} catch (thrown) {
  const error = asUserError(thrown, cancellation.signal);
  stderr.write(errorText(error, configuration.debug));
  process.exitCode = exitCodeOf(error.code);
}
