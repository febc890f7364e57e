/** The user `nobody` of most systems. */
const nobody = 65_534;

/** Goes on without root's rights, to whom nothing is read-only or hidden; ordinary users stay who they are. */
export function dropPrivileges(): void {
  if (process.getuid?.() !== 0) return;
  process.setgroups?.([]);
  process.setgid?.(nobody);
  process.setuid?.(nobody);
}
