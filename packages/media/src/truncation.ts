/** A file that ends before its container says it should. */
export interface Truncation {
  /** Media time of the last picture that could be decoded; null where there was none. */
  readonly lastFrameSeconds: number | null;
  /** Length that the container declares, in seconds; null where it declares none. */
  readonly declaredSeconds: number | null;
  /** Bytes that are missing at the end, where the container tells; null otherwise. */
  readonly missingBytes: number | null;
  /** One line for the user. */
  readonly message: string;
}
