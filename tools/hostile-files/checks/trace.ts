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
 * Reads what `strace -f -q -o` wrote and lists what a media process did beyond its input: after it opened the file that it was
 * started for it may open that file again and its own output, and no process at all may use a network or open the canary.
 */
export function findTrespasses(trace: string, limits: TraceLimits): string[] {
  const watch = new TrespassWatch(limits);
  for (const line of trace.split('\n')) watch.read(line);
  return [...watch.trespasses];
}

/** Follows processes and their threads through a trace. The system gives the numbers of ended ones to new ones. */
class TrespassWatch {
  readonly trespasses = new Set<string>();
  readonly #limits: TraceLimits;
  /** Starter of every living process and thread; null for the first. */
  readonly #parents = new Map<number, number | null>();
  /** Calls of processes whose start was not reported yet: they may run before their starter's call returns. */
  readonly #early = new Map<number, TracedCall[]>();
  /** Living media processes, and the input of each, once it is open. */
  readonly #inputs = new Map<number, string | null>();

  constructor(limits: TraceLimits) {
    this.#limits = limits;
  }

  read(line: string): void {
    const ended = /^(\d+)\s+\+\+\+ /.exec(line);
    if (ended !== null) this.#forget(Number(ended[1]));
    const call = parseCall(line);
    if (call === null) return;
    if (this.#parents.size === 0) this.#parents.set(call.processId, null);
    if (this.#parents.has(call.processId)) this.#follow(call);
    else this.#early.set(call.processId, [...(this.#early.get(call.processId) ?? []), call]);
  }

  #follow(call: TracedCall): void {
    const child = startedProcess(call);
    if (child !== null) {
      this.#parents.set(child, call.processId);
      const early = this.#early.get(child) ?? [];
      this.#early.delete(child);
      for (const one of early) this.#follow(one);
    }
    this.#judge(call);
  }

  #judge(call: TracedCall): void {
    const { corpusFolder, scratchFolder, canaryFolder } = this.#limits;
    if (/\bAF_INET6?\b|\bAF_NETLINK\b|\bAF_PACKET\b/.test(call.text)) this.trespasses.add(`network: ${call.text.slice(0, 200)}`);
    const path = pathOf(call);
    if (path?.startsWith(canaryFolder) === true) this.trespasses.add(`canary: ${call.text.slice(0, 300)}`);
    if (call.name === 'execve' && call.text.includes(mediaProcessMark))
      this.#inputs.set(call.processId, this.#inputs.get(call.processId) ?? null);
    const root = this.#mediaProcessOf(call.processId);
    if (root === null || path === null) return;
    const input = this.#inputs.get(root) ?? null;
    if (call.name.startsWith('open') && path.startsWith(corpusFolder)) {
      this.#inputs.set(root, input ?? path);
      if (input !== null && input !== path) this.trespasses.add(`${input} made a process open ${path}`);
    } else if (input !== null && !path.startsWith(scratchFolder) && !systemFacts.test(path)) {
      this.trespasses.add(`${input} made a process touch ${path}: ${call.text.slice(0, 200)}`);
    }
  }

  /** The media process that a process or thread is or belongs to. */
  #mediaProcessOf(processId: number): number | null {
    for (let at: number | null | undefined = processId; at != null; at = this.#parents.get(at))
      if (this.#inputs.has(at)) return at;
    return null;
  }

  #forget(processId: number): void {
    this.#inputs.delete(processId);
    // The first one ends last; without it every later line would be early.
    if (this.#parents.get(processId) !== null) this.#parents.delete(processId);
    this.#early.delete(processId);
  }
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
