import { isDeepStrictEqual } from 'node:util';
import type { AnnotationView, DocumentView, LinkView } from './view';

/** True where a value is the expected one, or nothing in particular is expected. */
const meets = (expected: unknown, actual: unknown): boolean =>
  expected === undefined || isDeepStrictEqual(expected, actual);

/** True where values are the expected ones, key by key. */
const valuesMeet = (
  expected: Readonly<Record<string, unknown>>,
  actual: Readonly<Record<string, unknown>>,
): boolean =>
  Object.entries(expected).every(([key, value]) => meets(value, actual[key])) &&
  Object.keys(actual).every((key) => Object.hasOwn(expected, key));

/** Which annotations of the imported document may stand for which of the original: by all but their links. */
function resembles(expected: AnnotationView, actual: AnnotationView): boolean {
  return (
    expected.type === actual.type &&
    meets(expected.fragments, actual.fragments) &&
    valuesMeet(expected.attributes, actual.attributes) &&
    meets(expected.entry, actual.entry) &&
    meets(expected.coder, actual.coder) &&
    meets(expected.status, actual.status) &&
    meets(expected.note, actual.note) &&
    meets(expected.createdAt, actual.createdAt)
  );
}

const signature = (links: readonly LinkView[], nameOf: (id: string) => string): string =>
  links
    .map(({ role, filler }) => `${role} ${typeof filler === 'string' ? filler : nameOf(filler.annotation)}`)
    .sort()
    .join('; ');

/** Everything by which an imported project differs from what was left of the original, in words. */
export function differences(
  expected: readonly DocumentView[],
  actual: readonly DocumentView[],
): readonly string[] {
  const found: string[] = [];
  if (expected.length !== actual.length)
    found.push(`documents: ${expected.length} expected, ${actual.length} came`);
  const rest = [...actual];
  // What leaves its text open is matched last, so that it does not take the match of a namesake.
  for (const document of expected.toSorted((a, b) => Number(!a.text) - Number(!b.text))) {
    const candidates = rest
      .filter((other) => meets(document.name, other.name) && meets(document.text, other.text))
      .map((other) => ({ other, apart: documentDifferences(document, other) }));
    const best = candidates.find(({ apart }) => apart.length === 0) ?? candidates[0];
    if (best) {
      rest.splice(rest.indexOf(best.other), 1);
      found.push(...best.apart);
    } else found.push(`document ${document.name ?? document.id}: none of this name and text came`);
  }
  return found;
}

function documentDifferences(expected: DocumentView, actual: DocumentView): readonly string[] {
  const found: string[] = [];
  const where = `document ${expected.name ?? expected.id}`;
  for (const field of ['metadata', 'attributes'] as const)
    if (!valuesMeet(expected[field], actual[field]))
      found.push(
        `${where}, ${field}: ${JSON.stringify(expected[field])} became ${JSON.stringify(actual[field])}`,
      );
  for (const field of ['status', 'note'] as const)
    if (!meets(expected[field], actual[field]))
      found.push(
        `${where}, ${field}: ${JSON.stringify(expected[field])} became ${JSON.stringify(actual[field])}`,
      );
  const segments = (view: DocumentView): readonly string[] =>
    view.segmentations.map(({ what }) => what).sort();
  if (!isDeepStrictEqual(segments(expected), segments(actual)))
    found.push(`${where}, segmentations: ${segments(expected).join()} became ${segments(actual).join()}`);
  return [...found, ...annotationDifferences(expected, actual, where)];
}

function annotationDifferences(
  expected: DocumentView,
  actual: DocumentView,
  where: string,
): readonly string[] {
  const found: string[] = [];
  const twins = twinsOf(expected.annotations, actual.annotations);
  const matched = new Set(twins.values());
  for (const annotation of expected.annotations)
    if (!twins.has(annotation.id)) found.push(`${where}: nothing like ${JSON.stringify(annotation)} came`);
  for (const other of actual.annotations)
    if (!matched.has(other)) found.push(`${where}: ${JSON.stringify(other)} came from nowhere`);
  for (const annotation of expected.annotations) {
    const twin = twins.get(annotation.id);
    if (!twin) continue;
    const mine = signature(annotation.links, (id) => twins.get(id)?.id ?? `missing ${id}`);
    const theirs = signature(twin.links, (id) => id);
    if (mine !== theirs) found.push(`${where}: the roles of ${annotation.id} are ${theirs}, not ${mine}`);
  }
  return found;
}

/**
 * Which annotation that came stands for which of the original, by its id: as many as can be, whatever the order, since
 * what leaves much open may stand for many. Those with the same roles come first. (Augmenting paths, as H. W. Kuhn's
 * Hungarian method has them.)
 */
function twinsOf(
  expected: readonly AnnotationView[],
  actual: readonly AnnotationView[],
): ReadonlyMap<string, AnnotationView> {
  const taken = new Map<AnnotationView, AnnotationView>();
  const find = (annotation: AnnotationView, tried: Set<AnnotationView>): boolean => {
    const candidates = actual.filter((other) => resembles(annotation, other));
    const [same, others] = [true, false].map((isSame) =>
      candidates.filter((other) => sameRoles(annotation, other) === isSame),
    );
    for (const other of [...(same ?? []), ...(others ?? [])]) {
      if (tried.has(other)) continue;
      tried.add(other);
      const before = taken.get(other);
      if (before && !find(before, tried)) continue;
      taken.set(other, annotation);
      return true;
    }
    return false;
  };
  // What leaves least open is matched first.
  const openness = (view: AnnotationView): number =>
    Object.values(view).filter((value) => value === undefined).length;
  for (const annotation of expected.toSorted((a, b) => openness(a) - openness(b)))
    find(annotation, new Set());
  return new Map([...taken].map(([other, annotation]) => [annotation.id, other]));
}

const sameRoles = (a: AnnotationView, b: AnnotationView): boolean =>
  isDeepStrictEqual(a.links.map(({ role }) => role).sort(), b.links.map(({ role }) => role).sort());
