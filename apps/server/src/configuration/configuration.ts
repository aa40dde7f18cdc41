/** What the environment decides, checked. `docs/configuration.md` describes each variable. */
export interface Configuration {
  readonly serviceType: 'all' | 'api' | 'dashboard' | 'worker' | 'frontend';
  /** Absolute path of everything that outlives a process: records (embedded store), media, models. */
  readonly dataFolder: string;
  /** Null for the embedded store. */
  readonly mongo: { readonly url: string; readonly databaseName: string } | null;
  readonly modelCacheFolder: string;
  /** Folder of labelled data sets that evaluations may read; null where there is none. */
  readonly datasetsFolder: string | null;
  readonly poseModel: string;
  readonly host: string;
  /** Port of the API service; 0 takes a free one. */
  readonly apiPort: number;
  readonly dashboardPort: number;
  readonly frontendPort: number;
  /** Addresses where browsers find the services, for links in notifications; null where unknown. */
  readonly publicUrl: string | null;
  /** Origins besides the own one from which browsers may send requests. */
  readonly corsOrigins: readonly string[];
  /** By how much more than usual everybody may send. */
  readonly rateLimitFactor: number;
  readonly trustedProxies: readonly string[] | null;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Most bytes of one uploaded file. */
  readonly maxFileSizeBytes: number;
  /** Container formats that are taken, in FFmpeg's names. */
  readonly allowedVideoFormats: readonly string[];
  /** Most bytes of the media store; null for no limit but the disk's. */
  readonly mediaQuotaBytes: number | null;
  /** Free space that is left to the rest of the machine. */
  readonly diskReserveBytes: number;
  /** Analyses at a time in one worker. */
  readonly workerConcurrency: number;
  /** Secret that sessions are signed with; null takes the generated one of the data folder. */
  readonly sessionSecret: string | null;
  /** First administrator; null makes one with a generated password that is printed once. */
  readonly firstAdmin: { readonly email: string; readonly password: string } | null;
  /** Whether cookies are sent over TLS only. */
  readonly secureCookies: boolean;
  readonly smtp: { readonly url: string; readonly from: string } | null;
  readonly mqttUrl: string | null;
  /** Hosts and ranges in private networks that notifications may be sent to. */
  readonly allowedPrivateHosts: readonly string[];
  /** Token that `/metrics` asks for; null asks for an administrator or a key with `read`. */
  readonly metricsToken: string | null;
}
