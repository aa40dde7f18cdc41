import { timingSafeEqual } from 'node:crypto';
import { VigilError } from '@vigil/contracts';
import type { MediaStore } from '@vigil/media-store';
import type { Clock, Store } from '@vigil/store';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type Caller, mayUse, viewing } from '../http/access.ts';
import { publicRoute, type RouteDefinition } from '../http/route.ts';
import { addBudgetGauges } from './budget-gauges.ts';
import { addStoreGauges } from './store-gauges.ts';

/** What the figures are taken from. */
export interface MetricsRequest {
  readonly service: string;
  readonly version: string;
  readonly store: Store;
  readonly media: MediaStore;
  readonly clock: Clock;
  /** Null asks for a signed-in caller. */
  readonly token: string | null;
  readonly authenticate: (request: FastifyRequest) => Promise<Caller | null>;
}

/** Figures of one service in the format of Prometheus; `docs/operations.md` lists them. */
export class ServiceMetrics {
  readonly registry = new Registry();
  readonly #requests: Histogram<'method' | 'route' | 'status'>;
  readonly #incidentDelay: Histogram;

  constructor({ service, version, store, media, clock }: Omit<MetricsRequest, 'token' | 'authenticate'>) {
    const registers = [this.registry];
    this.registry.setDefaultLabels({ service });
    collectDefaultMetrics({ register: this.registry });
    new Gauge({ name: 'vigil_build_info', help: 'Always 1; the version is the label.', labelNames: ['version'], registers }).set(
      { version },
      1,
    );
    this.#requests = new Histogram({
      name: 'vigil_http_request_seconds',
      help: 'Time from a request to the end of its reply.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    });
    this.#incidentDelay = new Histogram({
      name: 'vigil_incident_delay_seconds',
      help: 'Time from the decision of an incident to its message on the feed.',
      buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 15, 60],
      registers,
    });
    addStoreGauges(this.registry, store, media);
    addBudgetGauges(this.registry, store, clock);
  }

  /** Counts what an app answers. */
  watch(app: FastifyInstance): void {
    app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
      const route = routeOptions.url ?? 'none';
      this.#requests.observe({ method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    });
  }

  /** Notes how long an incident took from its decision to the feed, seconds. */
  incidentAnnounced(seconds: number): void {
    this.#incidentDelay.observe(Math.max(0, seconds));
  }
}

/** `/metrics`: for whoever has the token, or for callers that may read where none is set. */
export function metricsRoute(
  metrics: ServiceMetrics,
  { token, authenticate }: Pick<MetricsRequest, 'token' | 'authenticate'>,
): RouteDefinition {
  return publicRoute({
    method: 'GET',
    url: '/metrics',
    summary: 'Figures in the format of Prometheus; asks for METRICS_TOKEN, or for a caller that may read where none is set',
    tag: 'operations',
    replies: { 200: { description: 'Figures', contentType: metrics.registry.contentType } },
    errors: ['not-signed-in', 'forbidden'],
    handler: async ({ request, reply }) => {
      if (!isToken(request, token)) {
        const caller = token === null ? await authenticate(request) : null;
        if (caller === null)
          throw new VigilError('not-signed-in', 'Send METRICS_TOKEN, or an API key that may read, as a bearer token');
        if (!mayUse(viewing, caller)) throw new VigilError('forbidden', 'This needs the scope read');
      }
      return await reply
        .type(metrics.registry.contentType)
        .serializer(String)
        .send(await metrics.registry.metrics());
    },
  });
}

function isToken(request: FastifyRequest, token: string | null): boolean {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token === null || given === undefined) return false;
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
