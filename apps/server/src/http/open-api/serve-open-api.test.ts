import { pino } from 'pino';
import { videoChangeSchema, videoPageSchema, videoSchema } from '@vigil/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { managing } from '../access.ts';
import { buildApp } from '../build-app.ts';
import { publicRoute, route } from '../route.ts';

const routes = [
  publicRoute({
    method: 'GET',
    url: '/api/v1/videos',
    summary: 'Videos',
    tag: 'videos',
    replies: { 200: videoPageSchema },
    handler: async () => ({ items: [], nextCursor: null }),
  }),
  route({
    method: 'PATCH',
    url: '/api/v1/videos/:id',
    access: managing,
    summary: 'Change a video',
    description: 'At length.',
    tag: 'videos',
    ifMatch: true,
    params: z.object({ id: z.string() }),
    body: videoChangeSchema,
    replies: { 200: videoSchema, 304: null },
    errors: ['gone'],
    handler: async () => undefined,
  }),
  publicRoute({
    method: 'GET',
    url: '/api/v1/places',
    summary: 'Places',
    tag: 'videos',
    replies: { 200: z.object({ at: z.tuple([z.number(), z.number()]), of: z.tuple([z.string(), z.number()]) }) },
    handler: async () => ({ at: [0, 0], of: ['', 0] }),
  }),
  publicRoute({
    method: 'POST',
    url: '/api/v1/files',
    summary: 'Take files',
    tag: 'videos',
    rawBody: ['multipart/form-data', 'video/mp4'],
    headers: { 'Upload-Offset': { description: 'Where it goes on', required: true, pattern: '^[0-9]+$' } },
    replies: { 200: { description: 'The file again', contentType: 'video/mp4' } },
    handler: async () => undefined,
  }),
];

let app: Awaited<ReturnType<typeof buildApp>>;
beforeAll(async () => {
  const options = {
    service: 'api' as const,
    version: '1.2.3',
    log: pino({ level: 'silent' }),
    trustedProxies: ['10.0.0.1'],
    authenticate: async () => null,
    sessionCookie: 'the_cookie',
    checkReplies: true,
  };
  app = await buildApp(options, routes);
});
afterAll(() => app.close());

interface Operation {
  readonly description?: string;
  readonly security?: unknown;
  readonly parameters: readonly { readonly name: string; readonly required: boolean }[];
  readonly requestBody: { readonly content: Record<string, { readonly schema: object }> };
  readonly responses: Record<string, { readonly content?: Record<string, { schema: object }>; readonly $ref?: string }>;
}

interface Document {
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: {
    readonly schemas: Record<string, object>;
    readonly responses: Record<string, object>;
    readonly securitySchemes: Record<string, object>;
  };
}

async function documentAt(url: string, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1'): Promise<Document> {
  return (await app.inject({ url, headers, remoteAddress })).json<Document>();
}

describe('the document', () => {
  it('names the cookie of sessions as it is sent', async () => {
    const { components } = await documentAt('/openapi.json');
    expect(components.securitySchemes).toEqual({
      session: { type: 'apiKey', in: 'cookie', name: 'the_cookie' },
      apiKey: { type: 'http', scheme: 'bearer' },
    });
  });

  it('names schemas, and only those that are used', async () => {
    const { components, paths } = await documentAt('/openapi.json');
    expect(Object.keys(components.schemas).toSorted()).toEqual(['Error', 'Video', 'VideoChange', 'VideoPage']);
    const { requestBody, responses } = paths['/api/v1/videos/{id}'].patch;
    expect(requestBody.content['application/json'].schema).toEqual({ $ref: '#/components/schemas/VideoChange' });
    expect(responses['200'].content?.['application/json'].schema).toEqual({ $ref: '#/components/schemas/Video' });
  });

  it('lists every status with its name and headers, and says what is alike once', async () => {
    const { paths, components } = await documentAt('/openapi.json');
    const { responses, description, parameters, security } = paths['/api/v1/videos/{id}'].patch;
    const statuses = ['200', '304', '400', '401', '403', '404', '409', '410', '413', '415', '422', '429', '500', '503', '507'];
    expect(Object.keys(responses)).toEqual(statuses);
    expect(responses['409']).toEqual({ $ref: '#/components/responses/Conflict' });
    expect(components.responses['Conflict']).toEqual({
      description: 'Conflict',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
    });
    expect(responses['200'].content?.['application/json'].schema).toEqual({ $ref: '#/components/schemas/Video' });
    expect(responses['304']).toEqual({ $ref: '#/components/responses/NotModified' });
    expect(components.responses['NotModified']).toEqual({ description: 'Not Modified' });
    expect(components.responses['ServiceUnavailable']).toHaveProperty(['headers', 'Retry-After']);
    expect(description).toBe('At length.');
    expect(parameters.map(({ name }) => name)).toEqual(['id', 'If-Match']);
    expect(security).toEqual([{ session: [] }, { apiKey: [] }]);
    expect(Object.keys(paths['/api/v1/videos'].get.responses)).toEqual(['200', '400', '429', '500', '503']);
  });

  it('describes streams and headers', async () => {
    const { requestBody, parameters, responses } = (await documentAt('/openapi.json')).paths['/api/v1/files'].post;
    expect(Object.keys(requestBody.content)).toEqual(['multipart/form-data', 'video/mp4']);
    expect(parameters).toMatchObject([{ name: 'Upload-Offset', required: true }]);
    expect(Object.keys(responses['200'].content ?? {})).toEqual(['video/mp4']);
  });

  it('tells tuples of one sort as lists', async () => {
    const { responses } = (await documentAt('/openapi.json')).paths['/api/v1/places'].get;
    expect(responses['200'].content?.['application/json'].schema).toMatchObject({
      properties: {
        at: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 },
        of: { prefixItems: [{ type: 'string' }, { type: 'number' }] },
      },
    });
  });
});

describe('behind a path prefix', () => {
  it.each([
    ['/openapi.json', 'https://example.org/vigil/openapi.json'],
    ['/api/openapi.json', 'https://example.org/vigil/api/openapi.json'],
    ['/docs/json', 'https://example.org/vigil/docs/json'],
    ['/api/docs/json', 'https://example.org/vigil/api/docs/json'],
  ])('%s leads to the service, whatever the prefix', async (url, seenAt) => {
    const { servers } = await documentAt(url);
    expect(new URL(servers[0].url, seenAt).href).toBe('https://example.org/vigil/');
  });

  it.each([
    ['10.0.0.1', '/vigil/', '/vigil'],
    ['10.0.0.1', '/a/b-c', '/a/b-c'],
    ['10.0.0.1', '//evil.example', '.'],
    ['10.0.0.1', '/../x', '.'],
    ['10.0.0.1', '/"><script>', '.'],
    ['10.0.0.2', '/vigil', '.'],
  ])('%s tells the prefix %s: %s', async (proxy, prefix, url) => {
    const { servers } = await documentAt('/openapi.json', { 'x-forwarded-prefix': prefix }, proxy);
    expect(servers).toEqual([{ url }]);
  });

  it.each(['', '/api'])('%s/docs is a page of relative addresses that loads nothing from elsewhere', async (place) => {
    const moved = await app.inject(`${place}/docs`);
    expect([moved.statusCode, moved.headers.location]).toEqual([308, './docs/']);
    const page = await app.inject(`${place}/docs/`);
    const addresses = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
    expect(addresses.length).toBeGreaterThan(4);
    expect(addresses.filter((address) => !address.startsWith('./'))).toEqual([]);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    const script = await app.inject(`${place}/docs/static/swagger-initializer.js`);
    expect([script.statusCode, script.body.includes("resolveUrl('./json')")]).toEqual([200, true]);
  });
});
