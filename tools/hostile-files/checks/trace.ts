/** A system call of a traced process that names a file, an address or a new process. */
interface TracedCall {
  readonly processId: number;
  readonly name: string;
  readonly text: string;
}

/** What media processes may not touch, and what they were given. */
export interface TraceLimits {
  /** Folder of the input files, with a slash at its end. */
  readonly corpusFolder: string;
  /** Folder in which clips may be written, with a slash at its end. */
  readonly scratchFolder: string;
  /** Folder of a video that nobody was asked to open, with a slash at its end. */
  readonly canaryFolder: string;
}

/** System calls that a trace for {@link findTrespasses} must hold. */
export const tracedCalls =
  'open,openat,openat2,creat,execve,execveat,socket,connect,bind,unlink,unlinkat,rename,renameat,renameat2,symlink,link,clone,clone3,fork,vfork';

/** A file that Node reads whenever it wants to know how much memory there is. */
const systemFacts =
  /^\/(proc\/(self|meminfo|stat|cpuinfo|version_signature|sys\/)|sys\/(fs\/cgroup|devices\/system\/cpu)|etc\/localtime)/;
/** The argument by which a media process is known. */
const mediaProcessMark = 'packages/media/src/child/main.ts';

/**
 * Reads what `strace -f -o` wrote and lists what a media process did beyond its input: after it opened the file that it was
 * started for it may open that file again and its own output, and no process at all may use a network or open the canary.
 */
export function findTrespasses(trace: string, limits: TraceLimits): string[] {
  const parents = new Map<number, number>();
  const mediaRoots = new Set<number>();
  const inputs = new Map<number, string>();
  const trespasses = new Set<string>();
  for (const line of trace.split('\n')) {
    const call = parseCall(line);
    if (call === null) continue;
    const child = startedProcess(call);
    if (child !== null) parents.set(child, call.processId);
    if (/\bAF_INET6?\b|\bAF_NETLINK\b|\bAF_PACKET\b/.test(call.text)) trespasses.add(`network: ${call.text.slice(0, 200)}`);
    const path = pathOf(call);
    if (path?.startsWith(limits.canaryFolder) === true) trespasses.add(`canary: ${call.text.slice(0, 300)}`);
    if (call.name === 'execve' && call.text.includes(mediaProcessMark)) mediaRoots.add(call.processId);
    const root = rootOf(call.processId, parents, mediaRoots);
    if (root === null || path === null) continue;
    const input = inputs.get(root);
    if (call.name.startsWith('open') && path.startsWith(limits.corpusFolder)) {
      inputs.set(root, input ?? path);
      if (input !== undefined && input !== path) trespasses.add(`${input} made a process open ${path}`);
    } else if (input !== undefined && !path.startsWith(limits.scratchFolder) && !systemFacts.test(path)) {
      trespasses.add(`${input} made a process touch ${path}: ${call.text.slice(0, 200)}`);
    }
  }
  return [...trespasses];
}

/** Media processes in a trace that opened a file of the corpus: proof that there was something to see. */
export function countTracedInputs(trace: string, corpusFolder: string): number {
  return new Set(trace.split('\n').filter((line) => line.includes(`"${corpusFolder}`) && line.includes('open'))).size;
}

function parseCall(line: string): TracedCall | null {
  const match = /^(\d+)\s+(?:<\.\.\. )?(\w+)(?: resumed>|\()(.*)$/s.exec(line);
  return match === null ? null : { processId: Number(match[1]), name: match[2], text: match[3] };
}

function startedProcess({ name, text }: TracedCall): number | null {
  if (!/^(clone3?|v?fork)$/.test(name)) return null;
  const match = /= (\d+)$/.exec(text.trim());
  return match === null ? null : Number(match[1]);
}

/** The first path of a call, with the trace's escapes undone. */
function pathOf({ name, text }: TracedCall): string | null {
  if (/^(clone3?|v?fork|socket|connect|bind)$/.test(name)) return null;
  const match = /"((?:[^"\\]|\\.)*)"/.exec(text);
  return match === null ? null : unescaped(match[1]);
}

const letters: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', v: '\v', f: '\f', '"': '"', '\\': '\\' };

function unescaped(text: string): string {
  const bytes = text.replace(/\\([0-7]{1,3}|.)/g, (_all, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (letters[code] ?? code),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function rootOf(processId: number, parents: ReadonlyMap<number, number>, roots: ReadonlySet<number>): number | null {
  for (let at: number | undefined = processId; at !== undefined; at = parents.get(at)) if (roots.has(at)) return at;
  return null;
}
