/** What a process that started the services over an IPC channel is told once they listen. */
export interface ReadyMessage {
  readonly kind: 'ready';
  /** Base addresses by service, such as `http://127.0.0.1:8000`; a service that does not run here is missing. */
  readonly addresses: Readonly<Partial<Record<'api' | 'dashboard' | 'frontend', string>>>;
}
