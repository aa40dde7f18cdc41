import { VigilError } from '@vigil/contracts';
import type { FastifyInstance } from 'fastify';

/**
 * Lets an app listen.
 *
 * @returns its base address, such as `http://127.0.0.1:8000`
 * @throws VigilError `bad-request` where the port is taken or not allowed, or the address is none of this machine
 */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const reasons: Record<string, string> = {
      EADDRINUSE: 'another program listens there',
      EACCES: 'ports below 1024 need privileges',
      EADDRNOTAVAIL: 'this machine has no such address',
      ENOTFOUND: 'the host name is not known',
    };
    const reason = code === undefined ? undefined : reasons[code];
    if (reason === undefined) throw cause;
    throw new VigilError('bad-request', `The services cannot listen at ${host}:${port}: ${reason}`, { host, port }, cause);
  }
}
