import autocannon from 'autocannon';
import { admin, apiKey } from './api-key.ts';
import { momentOf } from './incident-records.ts';
import { bareProgram, ServedProcess, servicesProgram } from './served-process.ts';

const requestsPerSecond = 200;
const connections = 20;
const seconds = 30;

/** Mixed reads at a fixed rate through the API service, and the same rate on a bare Fastify route. */
export async function measureReads(dataFolder: string, count: number): Promise<void> {
  await using services = await ServedProcess.start(servicesProgram, {
    SERVICE_TYPE: 'api',
    DATA_DIR: dataFolder,
    BACKEND_PORT: '0',
    LOG_LEVEL: 'warn',
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
  });
  await using bare = await ServedProcess.start(bareProgram, {});
  const key = await apiKey(services.address);
  const paths = pathsFor(count);
  const authorization = `Bearer ${key}`;
  await load(services.address, paths, { authorization }, 5);
  const before = services.residentMebibytes;
  const ours = await load(services.address, paths, { authorization }, seconds);
  const after = services.residentMebibytes;
  const base = await load(bare.address, ['/page'], {}, seconds);
  console.log(`\nmixed reads at ${requestsPerSecond} requests/s over ${seconds} s, ${connections} connections, milliseconds`);
  for (const [name, { latency, requests, non2xx, errors }] of [
    ['API service', ours],
    ['bare Fastify route', base],
  ] as const) {
    const cells = [latency.p50, latency.p97_5, latency.p99, latency.max].map((value) => value.toFixed(1).padStart(8));
    console.log(
      `  ${name.padEnd(20)}p50, p97.5, p99, max ${cells.join('')}   ${requests.average.toFixed(0)}/s, ${non2xx + errors} failed`,
    );
  }
  console.log(`  p99 is ${(ours.latency.p99 / Math.max(1, base.latency.p99)).toFixed(1)} × that of the bare route`);
  console.log(`  resident memory of the API service ${before.toFixed(0)} MiB before, ${after.toFixed(0)} MiB after`);
  const [oursMost, baseMost] = [await most(services.address, paths, { authorization }), await most(bare.address, ['/page'], {})];
  console.log(
    `  as many as it can: ${oursMost.toFixed(0)}/s, bare route ${baseMost.toFixed(0)}/s, ratio ${(oursMost / baseMost).toFixed(2)}`,
  );
}

function pathsFor(count: number): readonly string[] {
  const middle = Math.floor(count / 2);
  const id = `incident-${String(middle).padStart(9, '0')}`;
  const incidents = '/api/v1/incidents';
  return [
    incidents,
    `${incidents}?limit=20&status=new`,
    `${incidents}?sourceId=source-17`,
    `${incidents}?kind=pose.fall&severity=critical`,
    `${incidents}?from=${momentOf(middle)}&before=${momentOf(middle + 17_280)}`,
    `${incidents}?text=stairs%20fall&limit=20`,
    `${incidents}/${id}`,
    '/api/v1/videos',
    '/api/v1/jobs',
    '/api/version',
  ];
}

async function load(
  url: string,
  paths: readonly string[],
  headers: Record<string, string>,
  duration: number,
): Promise<autocannon.Result> {
  const requests = paths.map((path) => ({ method: 'GET' as const, path, headers }));
  return await autocannon({ url, connections, duration, overallRate: requestsPerSecond, requests });
}

async function most(url: string, paths: readonly string[], headers: Record<string, string>): Promise<number> {
  const requests = paths.map((path) => ({ method: 'GET' as const, path, headers }));
  const { requests: answered } = await autocannon({ url, connections, duration: 5, requests });
  return answered.average;
}
