import { readdirSync, readFileSync } from 'node:fs';

/** Ids of running processes whose command line names a file; of these only children of a process where one is named (needs procfs). */
function processesOf(file: string, parent?: number): number[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.map(Number).filter((id) => {
    try {
      if (!readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(file)) return false;
      const [, state, parentId] = /^.*\) (\S) (\d+) /s.exec(readFileSync(`/proc/${id}/stat`, 'utf8')) ?? [];
      return state !== 'Z' && (parent === undefined || Number(parentId) === parent);
    } catch {
      // it has ended meanwhile
      return false;
    }
  });
}

/** Ids of the processes that analyse for a process. */
export function analysisProcesses(parent: number = process.pid): number[] {
  return processesOf('worker/child/analysis-child.ts', parent);
}
