/** A system call of a traced process that names a file, an address or a new process. */
interface TracedCall {
  readonly processId: number;
  readonly name: string;
  readonly text: string;
  /** True for the second half of a call during which others were made. */
  readonly resumes: boolean;
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
/** Calls that start a process or a thread. */
const startsProcess = /^(clone3?|v?fork)$/;
/** The argument by which a media process is known. */
const mediaProcessMark = 'packages/media/src/child/main.ts';

/**
 * Reads what `strace -f -o` wrote and lists what a media process did beyond its input: after it opened the file that it was
 * started for it may open that file again and its own output, and no process at all may use a network or open the canary.
 */
export function findTrespasses(trace: string, limits: TraceLimits): string[] {
  const calls = trace.split('\n').flatMap((line) => parseCall(line) ?? []);
  const births = birthsOf(calls);
  const watch = new TrespassWatch(limits);
  calls.forEach((call, index) => {
    for (const child of births.get(index) ?? []) watch.begin(child, call.processId);
    watch.judge(call);
  });
  return [...watch.trespasses];
}

/**
 * Which processes and threads each call starts. A call that was interrupted counts where it began: what it starts may run before it
 * returns.
 */
function birthsOf(calls: readonly TracedCall[]): Map<number, number[]> {
  const births = new Map<number, number[]>();
  const begun = new Map<number, number>();
  calls.forEach((call, index) => {
    if (!startsProcess.test(call.name)) return;
    const child = /= (\d+)$/.exec(call.text.trim());
    const at = call.resumes ? (begun.get(call.processId) ?? index) : index;
    if (child === null) begun.set(call.processId, index);
    else births.set(at, [...(births.get(at) ?? []), Number(child[1])]);
  });
  return births;
}

/** Follows processes and their threads through a trace. The system gives the numbers of ended ones to new ones. */
class TrespassWatch {
  readonly trespasses = new Set<string>();
  readonly #limits: TraceLimits;
  /** Starter of every process and thread. */
  readonly #parents = new Map<number, number>();
  /** Media processes, and the input of each, once it is open. */
  readonly #inputs = new Map<number, string | null>();

  constructor(limits: TraceLimits) {
    this.#limits = limits;
  }

  /** A process or thread begins; one that had its number before is gone. */
  begin(processId: number, parent: number): void {
    this.#parents.set(processId, parent);
    this.#inputs.delete(processId);
  }

  judge(call: TracedCall): void {
    const { corpusFolder, scratchFolder, canaryFolder } = this.#limits;
    if (/\bAF_INET6?\b|\bAF_NETLINK\b|\bAF_PACKET\b/.test(call.text)) this.trespasses.add(`network: ${call.text.slice(0, 200)}`);
    const path = pathOf(call);
    if (path?.startsWith(canaryFolder) === true) this.trespasses.add(`canary: ${call.text.slice(0, 300)}`);
    const isStart = call.name === 'execve' && call.text.includes(mediaProcessMark);
    if (isStart && !this.#inputs.has(call.processId)) this.#inputs.set(call.processId, null);
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
    const seen = new Set<number>();
    for (let at: number | undefined = processId; at !== undefined && !seen.has(at); at = this.#parents.get(at)) {
      if (this.#inputs.has(at)) return at;
      seen.add(at);
    }
    return null;
  }
}

/** Media processes in a trace that opened a file of the corpus: proof that there was something to see. */
export function countTracedInputs(trace: string, corpusFolder: string): number {
  return new Set(trace.split('\n').filter((line) => line.includes(`"${corpusFolder}`) && line.includes('open'))).size;
}

function parseCall(line: string): TracedCall | null {
  const match = /^(\d+)\s+(<\.\.\. )?(\w+)(?: resumed>|\()(.*)$/s.exec(line);
  if (match === null) return null;
  return { processId: Number(match[1]), name: match[3], text: match[4], resumes: match[2] !== undefined };
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
