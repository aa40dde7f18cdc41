import type { Socket } from 'node:net';
import { VigilError } from '@vigil/contracts';

/** Answers what cannot be read as HTTP at all, in the one error format, and hangs up. */
export function answerBrokenRequests(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, problem] = meaningOf(error.code);
  const body = JSON.stringify(problem.toBody());
  socket.end(
    `HTTP/1.1 ${status}\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

function meaningOf(code: string | undefined): [status: string, problem: VigilError] {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return ['408 Request Timeout', new VigilError('bad-request', 'The request did not arrive in time')];
    case 'HPE_HEADER_OVERFLOW':
      return ['431 Request Header Fields Too Large', new VigilError('too-large', 'The headers are over 16 KiB')];
    default:
      return ['400 Bad Request', new VigilError('bad-request', 'This is not HTTP that can be read')];
  }
}
