import { ArrowLeft, ArrowLeftRight, ArrowRight, CornerLeftUp } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { AnnotationRecord, LinkRecord } from '../../../core/model/annotation';
import { endsOf } from '../../../core/rules/slots';
import { nameIn } from '../../i18n/format';
import { shortened } from '../../i18n/shortened';
import { useLanguage } from '../../i18n/use-language';
import { useHiddenCoders } from '../../stores/coders';
import { linkIndex, roleBook } from '../../stores/workspace/link-index';
import {
  endsIn,
  isHiddenTarget,
  knownAnnotation,
  quoteIn,
  quoteOfTarget,
} from '../../stores/workspace/quotes';
import type { Workspace } from '../../stores/workspace/workspace';
import { goToAnnotation } from './go-to';

interface Props {
  readonly project: Workspace;
  readonly annotation: AnnotationRecord;
}

/** Where an annotation fills a role of another one, and the relations that it is an end of. */
export function FilledIn({ project, annotation }: Props) {
  const { t } = useTranslation('roles');
  useHiddenCoders();
  const links = project.open ? linkIndex(project.open.links).to(annotation.id) : [];
  const held = links.flatMap((link) => {
    const holder = knownAnnotation(project, link.annotation);
    return holder ? [{ link, holder }] : [];
  });
  const isTied = ({ link, holder }: (typeof held)[number]): boolean =>
    endsOf(holder.type, roleBook(project))?.some(({ role }) => role.id === link.role) ?? false;
  const relations = held.filter(isTied);
  const others = held.filter((one) => !isTied(one));
  return (
    <>
      {others.length > 0 && (
        <section className="roles" aria-label={t('fillsTitle')}>
          <h3 className="roles__title">{t('fillsTitle')}</h3>
          <ul className="roles__held">
            {others.map(({ link, holder }) => (
              <li key={link.id}>
                <Held project={project} link={link} holder={holder} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {relations.length > 0 && (
        <section className="roles" aria-label={t('relationsTitle')}>
          <h3 className="roles__title">{t('relationsTitle')}</h3>
          <ul className="roles__held">
            {relations.map(({ link, holder }) => (
              <li key={link.id}>
                <Related project={project} link={link} relation={holder} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Held({
  project,
  link,
  holder,
}: {
  readonly project: Workspace;
  readonly link: LinkRecord;
  readonly holder: AnnotationRecord;
}) {
  const { t } = useTranslation('roles');
  const language = useLanguage();
  const role = nameIn(project.roles.get(link.role)?.names ?? {}, language);
  const type = nameIn(project.types.get(holder.type)?.names ?? {}, language);
  const quote = shortened(quoteIn(project, holder));
  return (
    <AriaButton
      className="filler__target"
      aria-label={t('fills', { role, quote, type })}
      onPress={() => void goToAnnotation(holder)}
    >
      <CornerLeftUp size={14} strokeWidth={1.75} aria-hidden />
      <span className="filler__sort">{role}</span>
      <span className="filler__quote">{quote}</span>
    </AriaButton>
  );
}

function Related({
  project,
  link,
  relation,
}: {
  readonly project: Workspace;
  readonly link: LinkRecord;
  readonly relation: AnnotationRecord;
}) {
  const { t } = useTranslation('roles');
  const language = useLanguage();
  const type = project.types.get(relation.type);
  const name = nameIn(type?.names ?? {}, language);
  const [source, target] = endsIn(project, relation);
  const isSource = endsOf(relation.type, roleBook(project))?.[0].role.id === link.role;
  const other = isSource ? target : source;
  const unknown = t(other && isHiddenTarget(project, other) ? 'hiddenFiller' : 'elsewhere');
  const quote = other ? shortened(quoteOfTarget(project, other)) || unknown : '…';
  const Direction = type?.symmetric === true ? ArrowLeftRight : isSource ? ArrowRight : ArrowLeft;
  return (
    <AriaButton
      className="filler__target"
      aria-label={t(isSource ? 'relatesTo' : 'relatedFrom', { type: name, quote })}
      onPress={() => void goToAnnotation(relation)}
    >
      <Direction size={14} strokeWidth={1.75} aria-hidden />
      <span className="filler__sort">{name}</span>
      <span className="filler__quote">{quote}</span>
    </AriaButton>
  );
}
