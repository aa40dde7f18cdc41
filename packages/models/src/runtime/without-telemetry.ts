/**
 * Keeps ONNX Runtime to itself. Its builds for Linux, from 1.30 on, report their use to a server of their maker and keep an identifier and a
 * queue of reports in the user's cache folder, unless this variable is set before the library is loaded. Footage is analysed here,
 * often where there must be no traffic at all, so it is always set.
 *
 * A thread's environment is a copy that native code does not see: call this on the main thread, before any thread loads the library.
 */
export function keepRuntimeSilent(): void {
  process.env.ORT_DISABLE_TELEMETRY = '1';
}
