/** What a failed request tells. */
interface Failure {
  /** HTTP status; 0 where no server answered. */
  readonly status: number;
  /** Code of `docs/errors.md`, or `unreachable`. */
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly requestId?: string | undefined;
}

/** An answer that is no success, or none at all. `message` is fit for people. */
export class ApiError extends Error implements Failure {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly requestId: string | undefined;

  constructor({ status, code, message, details, requestId }: Failure, cause?: unknown) {
    super(message, { cause });
    this.status = status;
    this.code = code;
    this.details = details;
    this.requestId = requestId;
  }

  /** No server answered: it is down, or the network is. */
  static unreachable(cause: unknown): ApiError {
    return new ApiError({ status: 0, code: 'unreachable', message: 'The server does not answer', details: {} }, cause);
  }

  /** Reads the one error format; what a proxy in between says is not taken for it. */
  static async fromResponse(response: Response): Promise<ApiError> {
    const { status } = response;
    const body: unknown = await response.json().catch(() => null);
    if (!isErrorBody(body))
      return new ApiError({ status, code: `http-${status}`, message: `The server answered with status ${status}`, details: {} });
    return new ApiError({
      status,
      code: body.code,
      message: body.message,
      details: body.details ?? {},
      requestId: body.requestId,
    });
  }

  /** Whether the same request may well succeed in a moment. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 502;
  }
}

interface ErrorBody {
  readonly code: string;
  readonly message: string;
  readonly requestId?: string;
  readonly details?: Record<string, unknown>;
}

function isErrorBody(body: unknown): body is ErrorBody {
  return typeof body === 'object' && body !== null && 'code' in body && 'message' in body && typeof body.message === 'string';
}
