import type { LinkDraft } from '../../exchange/drafts';
import type { GrowingCodebook } from '../../exchange/growing-codebook';
import type { Built } from './built';
import { bratOrigin } from '../kept';
import { roleName } from './roles';

/** Makes links of the arguments of an event or the ends of a relation; arguments whose target is not there are kept aside. */
export function linkArguments(
  built: Built,
  book: GrowingCodebook,
  find: (id: string) => Built | undefined,
  tellMissing: (line: number, id: string, missing: string) => void,
): void {
  const inLine = new Set(built.args.map(({ role }) => role));
  const links: { readonly link: LinkDraft; readonly number: number }[] = [];
  for (const [at, { role: written, target }] of built.args.entries()) {
    const found = find(target);
    if (!found || found === built) {
      built.missing.push({ at, role: written, target });
      tellMissing(built.place.number, built.writtenId, target);
      continue;
    }
    const { name, number } =
      built.kind === 'relation'
        ? { name: written, number: 1 }
        : roleName(written, (role) => book.hasRole(built.type, role), inLine);
    const origin = bratOrigin(written, { at, ...(target === found.writtenId ? {} : { target }) });
    const filler = { by: 'annotation', annotation: found.id, document: null } as const;
    links.push({ number, link: { role: book.role(built.type, name), target: filler, origin } });
  }
  built.links.push(...links.sort((a, b) => a.number - b.number).map(({ link }) => link));
}
