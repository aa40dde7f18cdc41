import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A line to a server that can be cut and joined again, as a network does it: open connections break, new ones are refused. */
export class CuttableLine implements AsyncDisposable {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly address: string;
  #isCut = false;

  private constructor(server: Server) {
    this.#server = server;
    this.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** Lays a line. @param to Address of the server, such as `http://127.0.0.1:3000` */
  static async to(to: string): Promise<CuttableLine> {
    const { hostname, port } = new URL(to);
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const line = new CuttableLine(server);
    server.on('connection', (client) => line.#join(client, connect(Number(port), hostname)));
    return line;
  }

  #join(client: Socket, server: Socket): void {
    if (this.#isCut) {
      client.destroy();
      server.destroy();
      return;
    }
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.#sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  }

  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#isCut = false;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.cut();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
