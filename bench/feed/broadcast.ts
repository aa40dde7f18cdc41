import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { incidentOf } from '../server/incident-records.ts';
import { stamped } from './stamp.ts';

// A bare server that sends to all who are connected: no store, roles, resume or limits.
const everyMs = Number(process.env['EVERY_MS']);
const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
await once(server, 'listening');
const startedMs = performance.now();
let sequence = 0;
setInterval(() => {
  // on a busy machine timers come late: what is due now is sent; what falls due meanwhile waits, or the loop would never end
  for (const due = (performance.now() - startedMs) / everyMs; sequence < due;) {
    sequence += 1;
    const record = { ...incidentOf(sequence), note: stamped() };
    const text = JSON.stringify({ sequence, at: new Date().toISOString(), topic: 'incident', type: 'new', record });
    for (const client of server.clients) client.send(text);
  }
}, everyMs);
process.send?.({ addresses: { api: `http://127.0.0.1:${(server.address() as AddressInfo).port}` } });
process.on('SIGTERM', () => process.exit(0));
// ends with the benchmark, however that ends
process.on('disconnect', () => process.exit(0));
