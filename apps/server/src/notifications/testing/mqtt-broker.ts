import { createServer, type AddressInfo } from 'node:net';
import { Aedes } from 'aedes';

/** A message that was published. */
export interface PublishedMessage {
  readonly topic: string;
  readonly payload: string;
  readonly qos: number;
  readonly retain: boolean;
}

/** A broker that keeps what is published. */
export interface MqttBroker extends AsyncDisposable {
  readonly url: string;
  readonly messages: PublishedMessage[];
  /** Cuts every connection. */
  cut(): void;
}

/** Starts a broker on a free port of loopback. */
export async function startMqttBroker(): Promise<MqttBroker> {
  const messages: PublishedMessage[] = [];
  const broker = await Aedes.createBroker();
  broker.on('publish', ({ topic, payload, qos, retain }, client) => {
    // without a client it is the broker that speaks of itself
    if (client !== null) messages.push({ topic, payload: String(payload), qos, retain });
  });
  const sockets = new Set<{ destroy(): void }>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    broker.handle(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const cut = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    url: `mqtt://127.0.0.1:${port}`,
    messages,
    cut,
    async [Symbol.asyncDispose]() {
      cut();
      await new Promise<void>((resolve) => broker.close(resolve));
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
