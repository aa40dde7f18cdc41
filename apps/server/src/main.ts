import { exitCodeOf, VigilError } from '@vigil/contracts';
import type { Logger } from 'pino';
import { readConfiguration } from './config.ts';
import { openLog } from './operations/log.ts';
import { readServerVersion } from './server-version.ts';
import type { ReadyMessage } from './services/ready-message.ts';
import { type RunningServices, startServices } from './services/start-services.ts';

/** What has not ended by then after a request to stop is left behind; its jobs are taken up again from their checkpoints. */
const longestStopMs = 9500;

// Records, secrets and footage are for the account that runs the services alone.
process.umask(0o077);

try {
  const configuration = readConfiguration();
  const log = openLog(configuration.logLevel, configuration.serviceType);
  const services = await startServices(configuration, log, readServerVersion());
  leaveOnRequest(services, log);
  tellStarted(services, log);
} catch (error) {
  const known = error instanceof VigilError ? error : new VigilError('internal', String(error), {}, error);
  process.stderr.write(`vigil: ${known.message}\n`);
  if (known.code === 'internal' && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  process.exit(exitCodeOf(known.code));
}

function tellStarted({ addresses, firstAdmin }: RunningServices, log: Logger): void {
  log.info({ addresses }, 'ready');
  const ready: ReadyMessage = { kind: 'ready', addresses };
  process.send?.(ready);
  if (firstAdmin === null) return;
  // Standard error, not the log: logs are collected and kept.
  process.stderr.write(
    `\n  First administrator: ${firstAdmin.email}\n  Password, shown this once: ${firstAdmin.password}\n  Change it after signing in.\n\n`,
  );
}

function leaveOnRequest(services: RunningServices, log: Logger): void {
  let isLeaving = false;
  const leave = (signal: NodeJS.Signals): void => {
    if (isLeaving) return;
    isLeaving = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => {
      log.warn('not everything ended in time');
      process.exit(0);
    }, longestStopMs).unref();
    services.stop().then(
      () => {
        log.info('stopped');
        process.exit(0);
      },
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', leave);
  process.on('SIGINT', leave);
}
