import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VigilError } from '@vigil/contracts';
import { openSqliteStore } from '@vigil/store';
import { type Browser, chromium, type Page } from 'playwright-core';
import { fillStore } from '../server/fill-store.ts';
import { ServedProcess, servicesProgram } from '../server/served-process.ts';

const executablePath = '/usr/bin/chromium';
const admin = { email: 'bench@vigil.localhost', password: 'benchmark-only-password' };

/** Starts the services on a store with incidents, and a browser; both end with the measurement. */
export async function withFilledServices(
  incidents: number,
  measure: (browser: Browser, address: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-bench-'));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
  try {
    {
      await using store = await openSqliteStore({ file: join(folder, 'vigil.sqlite') });
      await fillStore(store, incidents);
    }
    await using services = await ServedProcess.start(servicesProgram, {
      SERVICE_TYPE: 'all',
      DATA_DIR: folder,
      BACKEND_PORT: '0',
      DASHBOARD_PORT: '0',
      FRONTEND_PORT: '0',
      LOG_LEVEL: 'error',
      ADMIN_EMAIL: admin.email,
      ADMIN_PASSWORD: admin.password,
    });
    // the pages may have to be built first
    await fetch(services.frontend);
    await measure(browser, services.frontend);
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** An empty page whose reader is signed in. */
export async function signedIn(
  browser: Browser,
  address: string,
  viewport: { readonly width: number; readonly height: number } = { width: 1280, height: 800 },
): Promise<Page> {
  // the stop-watch is put into the page, whose policy lets no script in
  const context = await browser.newContext({ viewport, bypassCSP: true });
  const answer = await context.request.post(`${address}/api/v1/auth/sign-in`, { data: admin, headers: { origin: address } });
  if (!answer.ok()) throw new VigilError('internal', `Signing in: ${answer.status()}`);
  return await context.newPage();
}
