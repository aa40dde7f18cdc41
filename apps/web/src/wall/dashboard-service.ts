import type { IncidentSummary, Overview } from '@vigil/contracts';

/** An answer that is no success. */
export class ServiceError extends Error {
  /** HTTP status; 0 where no service answered. */
  readonly status: number;
  /** After so many seconds it may be tried again; null where the service does not say. */
  readonly retryAfterSeconds: number | null;

  constructor(status: number, retryAfterSeconds: number | null = null) {
    super(`The dashboard service answered with status ${status}`);
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Whether somebody is signed in; prolongs the session. @throws ServiceError */
export async function isSignedIn(): Promise<boolean> {
  try {
    await ask('GET', '/api/v1/auth/session');
    return true;
  } catch (error) {
    if (error instanceof ServiceError && error.status === 401) return false;
    throw error;
  }
}

/** @throws ServiceError with status 401 where address or password are wrong, 429 after too many attempts */
export async function signIn(email: string, password: string): Promise<void> {
  await ask('POST', '/api/v1/auth/sign-in', { email, password });
}

/** Ends the session. @throws ServiceError */
export async function signOut(): Promise<void> {
  await ask('POST', '/api/v1/auth/sign-out');
}

/** Figures of the last 24 hours, the queue, and what is at work. @throws ServiceError */
export async function readOverview(): Promise<Overview> {
  return (await ask('GET', '/dashboard/v1/overview')) as Overview;
}

/** The newest incidents. @throws ServiceError */
export async function readIncidents(limit: number): Promise<readonly IncidentSummary[]> {
  const { items } = (await ask('GET', `/dashboard/v1/incidents?limit=${limit}`)) as {
    readonly items: readonly IncidentSummary[];
  };
  return items;
}

/** Address of an incident's picture. */
export function keyFrameUrl(incidentId: string): string {
  return `/dashboard/v1/incidents/${encodeURIComponent(incidentId)}/key-frame`;
}

async function ask(method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> {
  const request: RequestInit =
    body === undefined ? { method } : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(path, request).catch(() => null);
  if (response === null) throw new ServiceError(0);
  if (!response.ok) throw new ServiceError(response.status, Number(response.headers.get('retry-after')) || null);
  return response.status === 204 ? null : await response.json();
}
