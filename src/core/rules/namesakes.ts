import { foldedName } from '../codebook/folded-name';

/** What has names by language, such as a type, a role or an attribute. */
interface Named {
  readonly names: Readonly<Record<string, string>>;
}

/** True for two things that have a name in common, in whichever languages: one can stand for the other. */
export function areNamesakes(a: Named, b: Named): boolean {
  const names = new Set(Object.values(b.names).map(foldedName));
  return Object.values(a.names).some((name) => names.has(foldedName(name)));
}
