import { homedir } from 'node:os';
import { join } from 'node:path';
import { VigilError } from '@vigil/contracts';
import { poseVariants } from '@vigil/models';
import type { Configuration } from './configuration/configuration.ts';
import { type Environment, EnvironmentReader } from './configuration/environment-reader.ts';
import {
  address,
  addressRange,
  folder,
  listOf,
  mailAddress,
  oneOf,
  origin,
  size,
  text,
  textOfLength,
  truth,
  wholeNumber,
} from './configuration/value-forms.ts';

const gibibyte = 2 ** 30;

/** Containers of FFmpeg that cameras, phones, recorders and browsers write. */
const usualFormats = [
  'mp4',
  'mov',
  'matroska',
  'webm',
  'avi',
  'mpegts',
  'mpeg',
  'flv',
  'asf',
  'ogg',
  '3gp',
  'h264',
  'hevc',
  'm4v',
  'mjpeg',
];

/**
 * Reads the configuration; `docs/configuration.md` describes every variable.
 *
 * @throws VigilError `bad-request` that lists all faults
 */
export function readConfiguration(environment: Environment = process.env): Configuration {
  const reader = new EnvironmentReader(environment);
  const dataFolder = reader.value('DATA_DIR', folder, defaultDataFolder(environment));
  const mongoUrl = reader.secret('MONGODB_URL', address(['mongodb', 'mongodb+srv']), null);
  const adminEmail = reader.value('ADMIN_EMAIL', mailAddress, null);
  const adminPassword = reader.secret('ADMIN_PASSWORD', textOfLength(10), null);
  if (adminPassword !== null && adminEmail === null) reader.problems.push('ADMIN_PASSWORD is set without ADMIN_EMAIL');
  const smtpUrl = reader.secret('SMTP_URL', address(['smtp', 'smtps']), null);
  const smtpFrom = reader.value('SMTP_FROM', text, null);
  if (smtpUrl !== null && smtpFrom === null) reader.problems.push('SMTP_URL is set without SMTP_FROM, the sender of messages');
  const publicUrl = reader.value('PUBLIC_URL', address(['http', 'https']), null);
  const configuration: Configuration = {
    serviceType: reader.value('SERVICE_TYPE', oneOf(['all', 'api', 'dashboard', 'worker', 'frontend']), 'all'),
    dataFolder,
    mongo: mongoUrl === null ? null : { url: mongoUrl, databaseName: reader.value('DATABASE_NAME', databaseName, 'vigil') },
    modelCacheFolder: reader.value('MODEL_CACHE', folder, join(dataFolder, 'models')),
    datasetsFolder: reader.value('DATASETS_DIR', folder, null),
    poseModel: reader.value('POSE_MODEL', oneOf(poseVariants), 'lite'),
    host: reader.value('HOST', text, '127.0.0.1'),
    apiPort: reader.value('BACKEND_PORT', wholeNumber(0, 65_535), 8000),
    dashboardPort: reader.value('DASHBOARD_PORT', wholeNumber(0, 65_535), 8001),
    frontendPort: reader.value('FRONTEND_PORT', wholeNumber(0, 65_535), 3000),
    publicUrl,
    corsOrigins: [
      ...reader.value('CORS_ORIGINS', listOf(origin), []),
      // A proxy may rewrite the host, and then the own origin is none of the request's.
      ...(publicUrl === null ? [] : [new URL(publicUrl).origin]),
    ],
    rateLimitFactor: reader.value('RATE_LIMIT_FACTOR', wholeNumber(1, 1000), 1),
    trustedProxies: reader.value('TRUSTED_PROXIES', listOf(addressRange), null),
    logLevel: reader.value('LOG_LEVEL', oneOf(['trace', 'debug', 'info', 'warn', 'error', 'silent']), 'info'),
    maxFileSizeBytes: reader.value('MAX_FILE_SIZE', size, 10 * gibibyte),
    allowedVideoFormats: reader.value(
      'ALLOWED_VIDEO_FORMATS',
      listOf((word) => word.toLowerCase().replace(/^\./, '')),
      usualFormats,
    ),
    mediaQuotaBytes: reader.value('MEDIA_QUOTA', size, null),
    diskReserveBytes: reader.value('DISK_RESERVE', size, gibibyte),
    workerConcurrency: reader.value('WORKER_CONCURRENCY', wholeNumber(1, 64), 1),
    sessionSecret: reader.secret('SESSION_SECRET', textOfLength(32), null),
    firstAdmin: adminEmail !== null && adminPassword !== null ? { email: adminEmail, password: adminPassword } : null,
    secureCookies: reader.value('SECURE_COOKIES', truth, publicUrl?.startsWith('https:') ?? false),
    smtp: smtpUrl !== null && smtpFrom !== null ? { url: smtpUrl, from: smtpFrom } : null,
    mqttUrl: reader.secret('MQTT_URL', address(['mqtt', 'mqtts', 'ws', 'wss']), null),
    allowedPrivateHosts: reader.value('ALLOWED_PRIVATE_HOSTS', listOf(text), []),
    metricsToken: reader.secret('METRICS_TOKEN', textOfLength(16), null),
  };
  if (reader.problems.length > 0) {
    const lines = reader.problems.map((problem) => `  - ${problem}`).join('\n');
    throw new VigilError('bad-request', `The configuration has ${reader.problems.length} faults:\n${lines}`, {
      problems: reader.problems,
    });
  }
  return configuration;
}

function databaseName(given: string): string {
  if (!/^[A-Za-z0-9_-]{1,63}$/.test(given)) throw new Error('1 to 63 letters, digits, dashes and underscores');
  return given;
}

/** As the XDG Base Directory Specification places application data. */
function defaultDataFolder(environment: Environment): string {
  return join(environment.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'vigil');
}
