import createClient, { type Middleware } from 'openapi-fetch';
import { ApiError } from './api-error.ts';
import type { paths as ApiPaths } from './generated/api.ts';
import type { paths as DashboardPaths } from './generated/dashboard.ts';

/** Turns every answer that is no success into an {@link ApiError}, so that queries fail with the server's own words. */
const failLoudly: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await ApiError.fromResponse(response);
  },
  onError({ error }) {
    return error instanceof ApiError ? error : ApiError.unreachable(error);
  },
};

/** The API service, below `/api/v1`. Throws {@link ApiError}. */
export const api = createClient<ApiPaths>({ baseUrl: '' });
/** The dashboard service, below `/dashboard/v1`. Throws {@link ApiError}. */
export const dashboard = createClient<DashboardPaths>({ baseUrl: '' });
api.use(failLoudly);
dashboard.use(failLoudly);

/** The body of a successful answer. */
export async function bodyOf<Data>(answer: Promise<{ data?: Data }>): Promise<NonNullable<Data>> {
  const { data } = await answer;
  if (data === undefined || data === null)
    throw new ApiError({ status: 200, code: 'empty', message: 'The server sent an empty answer', details: {} });
  return data;
}
