/**
 * What Postil writes where the standard leaves room, and finds again: names of links and words of descriptions. They
 * are read so only in files of its own (`origin` of the project).
 */

/** What the `origin` of projects begins with that Postil wrote. */
export const ownOrigin = 'Postil';

/** The link from the first stretch of an annotation to each further one. */
export const fragmentLink = 'fragment';

/** The name of a link that fills a role: the type whose role it is, and the role. */
export const roleLink = (type: string, role: string): string => `${type}.${role}`;

/** The name of a link that is a relation: its type, and the roles that its ends fill. */
export const relationLink = (type: string, from: string, to: string): string => `${type} (${from} → ${to})`;

/** The roles that the name of a relation of this type tells; undefined where it tells none. */
export function relationEnds(type: string, name: string): readonly [from: string, to: string] | undefined {
  const start = `${type} (`;
  if (!name.startsWith(start) || !name.endsWith(')')) return undefined;
  const [from, to, ...more] = name.slice(start.length, -1).split(' → ');
  return from === undefined || to === undefined || more.length > 0 ? undefined : [from, to];
}

/** The description of a variable that is an attribute of documents, and not metadata. */
export const attributeDescription = (domain: string): string => `Attribute of documents (${domain})`;

/** The domain that such a description tells; undefined for any other. */
export const describedDomain = (description: string): string | undefined =>
  /^Attribute of documents \(([a-z-]+)\)$/u.exec(description)?.[1];
