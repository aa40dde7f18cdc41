import { readFileSync } from 'node:fs';

/**
 * Resident memory of a process in bytes; null where the system does not tell (no procfs) or the process has gone.
 * Source: proc(5), `VmRSS` of `/proc/PID/status`.
 */
export function residentBytes(processId: number): number | null {
  try {
    const match = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${processId}/status`, 'utf8'));
    return match === null ? null : Number(match[1]) * 1024;
  } catch {
    return null;
  }
}
