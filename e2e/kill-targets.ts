import { readdirSync, readFileSync } from 'node:fs';
import type { KillableService } from './kill-services.ts';

/** A process that may be killed. */
export interface KillTarget {
  readonly what: 'api' | 'worker' | 'analysis' | 'media';
  readonly processId: number;
}

/** All processes of the services that run now: themselves, their analyses, and what reads media for these. Needs procfs. */
export function killTargets(services: readonly KillableService[]): KillTarget[] {
  const processes = runningProcesses();
  const childrenOf = (parent: number, file: string): number[] =>
    processes.filter((entry) => entry.parent === parent && entry.command.includes(file)).map(({ id }) => id);
  const targets: KillTarget[] = [];
  for (const { type, processId } of services) {
    if (processId === null) continue;
    targets.push({ what: type, processId });
    for (const analysis of childrenOf(processId, 'worker/child/analysis-child.ts')) {
      targets.push({ what: 'analysis', processId: analysis });
      for (const media of childrenOf(analysis, 'media/src/child/main.ts')) targets.push({ what: 'media', processId: media });
    }
  }
  return targets;
}

function runningProcesses(): { id: number; parent: number; command: string }[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.flatMap((id) => {
    try {
      const parent = /^.*\) \S (\d+) /s.exec(readFileSync(`/proc/${id}/stat`, 'utf8'))?.[1];
      return [{ id: Number(id), parent: Number(parent), command: readFileSync(`/proc/${id}/cmdline`, 'utf8') }];
    } catch {
      // it has ended meanwhile
      return [];
    }
  });
}
