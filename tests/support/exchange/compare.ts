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
  const rest = [...actual.annotations];
  // What leaves least open is matched first, so that it does not lose its match to what fits anything.
  const openness = (view: AnnotationView): number =>
    Object.values(view).filter((value) => value === undefined).length;
  const twins = new Map<string, AnnotationView>();
  for (const annotation of expected.annotations.toSorted((a, b) => openness(a) - openness(b))) {
    const candidates = rest.filter((other) => resembles(annotation, other));
    const best = candidates.find((other) => sameRoles(annotation, other)) ?? candidates[0];
    if (!best) found.push(`${where}: nothing like ${JSON.stringify(annotation)} came`);
    else {
      rest.splice(rest.indexOf(best), 1);
      twins.set(annotation.id, best);
    }
  }
  for (const other of rest) found.push(`${where}: ${JSON.stringify(other)} came from nowhere`);
  for (const annotation of expected.annotations) {
    const twin = twins.get(annotation.id);
    if (!twin) continue;
    const mine = signature(annotation.links, (id) => twins.get(id)?.id ?? `missing ${id}`);
    const theirs = signature(twin.links, (id) => id);
    if (mine !== theirs) found.push(`${where}: the roles of ${annotation.id} are ${theirs}, not ${mine}`);
  }
  return found;
}

const sameRoles = (a: AnnotationView, b: AnnotationView): boolean =>
  isDeepStrictEqual(a.links.map(({ role }) => role).sort(), b.links.map(({ role }) => role).sort());
