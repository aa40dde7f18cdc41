import { describe, expect, it } from 'vitest';
import { countTracedInputs, findTrespasses } from './trace.ts';

const limits = { corpusFolder: '/c/corpus/', scratchFolder: '/c/scratch/', canaryFolder: '/c/corpus-canary/' };
const started = [
  '10 execve("/usr/bin/node", ["node", "check-files.ts"], 0x1 /* 9 vars */) = 0',
  '10 clone3({flags=CLONE_VM|CLONE_VFORK, exit_signal=SIGCHLD}, 88 <unfinished ...>',
  '11 execve("/bin/sh", ["/bin/sh", "-c", "exec \\"$@\\"", "9", "node", "/r/packages/media/src/child/main.ts"], 0x2) = 0',
  '10 <... clone3 resumed>) = 11',
  '11 openat(AT_FDCWD, "/r/packages/media/src/child/main.ts", O_RDONLY) = 3',
  '11 clone3({flags=CLONE_VM|CLONE_THREAD, stack_size=0x7fff00}, 88) = 12',
  '11 openat(AT_FDCWD, "/c/corpus/links/1.mov", O_RDONLY) = 9',
];

function trespasses(...calls: readonly string[]): string[] {
  return findTrespasses([...started, ...calls].join('\n'), limits);
}

describe('findTrespasses', () => {
  it('knows that numbers of ended processes are given to new ones', () => {
    const calls = [
      '10 clone3({flags=CLONE_VM|CLONE_VFORK, exit_signal=SIGCHLD}, 88 <unfinished ...>',
      '11 openat(AT_FDCWD, "/lib/libc.so.6", O_RDONLY) = 3',
      '11 execve("/bin/sh", ["sh", "/r/packages/media/src/child/main.ts"], 0x2) = 0',
      '11 openat(AT_FDCWD, "/lib/libc.so.6", O_RDONLY) = 3',
      '11 openat(AT_FDCWD, "/c/corpus/links/2.mov", O_RDONLY) = 9',
      '10 <... clone3 resumed>) = 11',
    ];
    expect(trespasses(...calls)).toEqual([]);
    expect(trespasses(...calls, '11 openat(AT_FDCWD, "/c/corpus/links/1.mov", O_RDONLY) = 9')).toHaveLength(1);
  });

  it('lets a media process open its input, its output and what the system says of itself', () => {
    const calls = [
      '12 openat(AT_FDCWD, "/c/corpus/links/1.mov", O_RDONLY|O_CLOEXEC) = 10',
      '11 openat(AT_FDCWD, "/c/scratch/1/.clip.mp4.1a.partial", O_RDWR|O_CREAT, 0666) = 11',
      '11 openat(AT_FDCWD, "/proc/self/status", O_RDONLY) = 12',
      '10 openat(AT_FDCWD, "/etc/hosts", O_RDONLY) = 5',
    ];
    expect(trespasses(...calls)).toEqual([]);
    expect(countTracedInputs([...started, ...calls].join('\n'), limits.corpusFolder)).toBe(2);
  });

  it.each([
    ['another file of the corpus', '11 openat(AT_FDCWD, "/c/corpus/links/2.mov", O_RDONLY) = 10'],
    ['another file by one of its threads', '12 openat(AT_FDCWD, "/etc/passwd", O_RDONLY <unfinished ...>'],
    ['a file that is not there', '11 open("/home/secret", O_RDONLY) = -1 ENOENT (No such file or directory)'],
    ['the canary, by whomever', '10 openat(AT_FDCWD, "/c/corpus-canary/canary.mp4", O_RDONLY) = 10'],
    ['a name with escapes', '11 openat(AT_FDCWD, "/c/corpus/links/1.mov\\n\\303\\274", O_RDONLY) = 10'],
    ['a socket', '12 socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_TCP) = 10'],
    ['a program', '11 execve("/bin/sh", ["sh"], 0x1) = 0'],
    ['a file that is removed', '11 unlink("/r/packages/x") = 0'],
  ])('sees %s', (_what, call) => {
    expect(trespasses(call)).toHaveLength(1);
  });
});
