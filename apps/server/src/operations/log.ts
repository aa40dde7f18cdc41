import { pino, type Logger, type LoggerOptions } from 'pino';
import type { Configuration } from '../configuration/configuration.ts';

/** Names of fields that hold secrets wherever they occur, down to three levels. */
const secretNames = [
  'password',
  'newPassword',
  'currentPassword',
  'secret',
  'token',
  'leaseToken',
  'key',
  'hash',
  'cookie',
  'authorization',
  'set-cookie',
];

/** Options of every log: one JSON object a line, times in ISO 8601, secrets blotted out. */
export function logOptions(level: Configuration['logLevel'], service: string): LoggerOptions {
  const paths = secretNames.flatMap((name) => {
    const quoted = `["${name}"]`;
    return [quoted, `*${quoted}`, `*.*${quoted}`];
  });
  return {
    level,
    base: { process: service, pid: process.pid },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths, censor: '(secret)' },
    serializers: { err: errorFields },
  };
}

/** Opens the log on standard output. */
export function openLog(level: Configuration['logLevel'], service: string): Logger {
  return pino(logOptions(level, service));
}

/** An error with its causes, and with nothing but text: vendors hang whole connections on theirs. */
function errorFields(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const { name, message, stack, cause } = error;
  const text = (value: string | undefined): string => (value ?? '').replaceAll(/(\w+:\/\/)[^\s/@]+@/g, '$1');
  return {
    type: name,
    message: text(message),
    stack: text(stack),
    ...(cause === undefined ? {} : { cause: errorFields(cause) }),
  };
}
