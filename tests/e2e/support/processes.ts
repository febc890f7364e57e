import { execFileSync } from 'node:child_process';

/** The processes that a process has started and whose command line holds a word. */
export function childrenOf(parent: number, word: string): number[] {
  const listing = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return listing
    .split('\n')
    .map((line) => /^\s*(?<pid>\d+)\s+(?<ppid>\d+)\s+(?<args>.*)$/u.exec(line)?.groups)
    .filter((groups) => groups !== undefined)
    .filter(({ ppid, args }) => Number(ppid) === parent && args?.includes(word))
    .map(({ pid }) => Number(pid));
}
