/** The lines of a configuration that Postil wrote, by their sections; what stands in none is of ''. */
function linesBySection(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  let section = '';
  for (const line of text.split('\n')) {
    if (line === '') continue;
    if (/^\[.+\]$/u.test(line)) section = line;
    else {
      // Remarks of Postil's stand behind the last section, and in none.
      const of = line.startsWith('#') ? '' : section;
      found.set(of, (found.get(of) ?? new Set()).add(line));
    }
  }
  return found;
}

/**
 * A configuration as it came, with sections at its end for what is said beyond it: brat takes sections of one name
 * together (`__parse_configs` in its projectconfig.py). Null where anything that it says is not said any more.
 *
 * `said` is what Postil would write for what it says, `says` what is to be said.
 */
export function amended(came: string, said: string, says: string): string | null {
  const [before, now] = [linesBySection(said), linesBySection(says)];
  for (const [section, lines] of before)
    for (const line of lines) if (!now.get(section)?.has(line)) return null;
  const added: string[] = [];
  for (const [section, lines] of now) {
    const fresh = [...lines].filter((line) => !before.get(section)?.has(line));
    // What is indented stands below a line that is elsewhere.
    if (fresh.some((line) => line.startsWith('\t') && !fresh.includes(parentOf(line, [...lines]))))
      return null;
    if (fresh.length > 0) added.push('', ...(section === '' ? [] : [section]), ...fresh);
  }
  if (added.length === 0) return came;
  const newline = came.includes('\r\n') ? '\r\n' : '\n';
  const isEnded = came === '' || /[\r\n]$/u.test(came);
  return `${came}${isEnded ? '' : newline}${added.join(newline)}${newline}`;
}

/** The line below which an indented one stands. */
function parentOf(line: string, lines: readonly string[]): string {
  const depth = indentOf(line);
  return lines.slice(0, lines.indexOf(line)).findLast((other) => indentOf(other) < depth) ?? '';
}

const indentOf = (line: string): number => /^\t*/u.exec(line)?.[0].length ?? 0;
