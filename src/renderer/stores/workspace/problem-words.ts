import type { RoleId } from '../../../core/ids';
import type { FillerRule } from '../../../core/model/codebook';
import type { Problem } from '../../../core/problem';
import { nameIn } from '../../i18n/format';
import { currentLanguage, t } from '../../i18n/i18n';
import { workspace } from './workspace';

/** A problem whose sentence names a role, with the names that the codebook has in the language of the interface. */
export function inWords(problem: Problem): Problem {
  const { roleId } = problem.params;
  const role = workspace()?.roles.get(String(roleId) as RoleId);
  if (!role) return problem;
  const named = { role: nameIn(role.names, currentLanguage()), takes: takenBy(role.fillers) };
  return { ...problem, params: { ...problem.params, ...named } };
}

/** What a role takes, as a list of words. */
function takenBy({ kinds, types, entries, spans }: FillerRule): string {
  const language = currentLanguage();
  const known = workspace()?.types;
  const all = [
    ...kinds.map((kind) => t(`roles:anyOf.${kind}`)),
    ...types.map((id) => nameIn(known?.get(id)?.names ?? {}, language).toLocaleLowerCase(language)),
    ...(entries ? [t('roles:entries')] : []),
    ...(spans ? [t('roles:words')] : []),
  ];
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(all);
}
