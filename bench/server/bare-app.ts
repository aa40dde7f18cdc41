import Fastify from 'fastify';
import { incidentOf } from './incident-records.ts';

/** What a page of a list weighs, without database, roles, limits or logs behind it. */
const page = { items: Array.from({ length: 50 }, (_, index) => incidentOf(index)), nextCursor: null };

const app = Fastify();
app.get('/page', async () => page);
const api = await app.listen({ host: '127.0.0.1', port: 0 });
process.send?.({ kind: 'ready', addresses: { api } });
process.on('SIGTERM', () => process.exit(0));
