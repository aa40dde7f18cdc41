/**
 * A family joins the fusion beside movement only with what goes beyond this surprise, so that families which have nothing to
 * say add nothing, in normal footage as elsewhere.
 */
export const joiningSurprise = 2;

/** What a family adds to the fusion. */
export function beyond(surprise: number): number {
  return Math.max(0, surprise - joiningSurprise);
}
