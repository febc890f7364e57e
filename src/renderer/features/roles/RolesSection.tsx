import { ArrowLeftRight, ChevronUp, Plus, Replace, X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { AnnotationRecord, LinkRecord, LinkTarget } from '../../../core/model/annotation';
import { slotsOf, type Slot } from '../../../core/rules/slots';
import { capsOf } from '../../commands/chords';
import { useLabelOf } from '../../commands/layout';
import { nameIn } from '../../i18n/format';
import { shortened } from '../../i18n/shortened';
import { useLanguage } from '../../i18n/use-language';
import { useHiddenCoders } from '../../stores/coders';
import { startFilling, useFilling } from '../../stores/filling/filling';
import { useIsMac } from '../../stores/host';
import { useInterface } from '../../stores/interface';
import { fillersIn, linkIndex, roleBook } from '../../stores/workspace/link-index';
import { isHiddenTarget, knownAnnotation, quoteOfTarget } from '../../stores/workspace/quotes';
import { run } from '../../stores/workspace/session';
import { useWorkspace, type Workspace } from '../../stores/workspace/workspace';
import { Caps } from '../../ui/Caps';
import { IconButton } from '../../ui/IconButton';
import { TypeSwatch } from '../../ui/TypeSwatch';
import { goToTarget } from './go-to';
import { keysOfRoles } from './keys';
import { FilledIn } from './FilledIn';
import './RolesSection.css';

/** The roles of the selected annotation with what fills them, and the roles that it fills in others. */
export function RolesSection({ annotation }: { readonly annotation: AnnotationRecord }) {
  const { t } = useTranslation('roles');
  const project = useWorkspace((state) => state, null);
  if (!project?.open) return null;
  const slots = slotsOf(annotation.type, roleBook(project));
  const keys = keysOfRoles(project, annotation);
  return (
    <>
      {slots.length > 0 && (
        <section className="roles" aria-label={t('title')}>
          <header className="roles__header">
            <h3 className="roles__title">{t('title')}</h3>
            {annotation.fragments.length === 0 && <SwapButton relation={annotation} />}
          </header>
          <ul className="roles__slots">
            {slots.map((slot) => (
              <SlotLine
                key={slot.role.id}
                project={project}
                annotation={annotation}
                slot={slot}
                physicalKey={keys.get(slot.role.id) ?? null}
              />
            ))}
          </ul>
        </section>
      )}
      <FilledIn project={project} annotation={annotation} />
    </>
  );
}

function SwapButton({ relation }: { readonly relation: AnnotationRecord }) {
  const { t } = useTranslation('roles');
  return (
    <IconButton
      icon={ArrowLeftRight}
      label={t('swap')}
      onPress={() => void run({ name: 'relation.swap', relation: relation.id })}
    />
  );
}

interface SlotProps {
  readonly project: Workspace;
  readonly annotation: AnnotationRecord;
  readonly slot: Slot;
  readonly physicalKey: string | null;
}

/** One role: its name and bounds, its key, what fills it, and the way to fill it. */
function SlotLine({ project, annotation, slot, physicalKey }: SlotProps) {
  const { t } = useTranslation('roles');
  const language = useLanguage();
  const labelOf = useLabelOf();
  const isMac = useIsMac();
  const { role, min, max } = slot;
  const isFilling = useFilling(
    ({ filling }) =>
      filling?.subject.id === annotation.id && filling.aim.of === 'role' && filling.aim.role === role.id,
  );
  const links = project.open ? fillersIn(linkIndex(project.open.links), annotation.id, role.id) : [];
  const isMissing = links.length < min;
  const isFull = max !== null && links.length >= max;
  const name = nameIn(role.names, language);
  const replaces = isFull && max === 1 ? (links[0]?.id ?? null) : null;
  const fill = (): void => {
    startFilling(annotation, { of: 'role', role: role.id, replaces });
    useInterface.getState().editor?.focus();
  };
  return (
    <li className="slot" data-missing={isMissing || undefined} data-filling={isFilling || undefined}>
      <div className="slot__head">
        <span className="slot__name">{name}</span>
        <span className="slot__bounds figures">{boundsOf(slot, t)}</span>
        {isMissing && <span className="slot__missing">{t('missing')}</span>}
        {physicalKey !== null && <Caps caps={capsOf(physicalKey, isMac, labelOf)} />}
        <IconButton
          icon={replaces === null ? Plus : Replace}
          label={t(replaces === null ? 'fill' : 'refill', { role: name })}
          isDisabled={(isFull && replaces === null) || project.project.readOnly !== null}
          onPress={fill}
        />
      </div>
      {links.length > 0 && (
        <ol className="slot__fillers">
          {links.map((link, index) => (
            <Filler
              key={link.id}
              project={project}
              annotation={annotation}
              link={link}
              role={name}
              index={index}
              isEnd={slot.end !== null}
            />
          ))}
        </ol>
      )}
    </li>
  );
}

type Translate = ReturnType<typeof useTranslation<'roles'>>['t'];

/** How many fillers a role takes, in few characters. */
function boundsOf({ min, max }: Slot, t: Translate): string {
  if (max === null) return min === 0 ? t('anyNumber') : t('atLeast', { min });
  if (min === max) return t('exactly', { max });
  return min === 0 ? t('atMost', { max }) : t('between', { min, max });
}

interface FillerProps {
  readonly project: Workspace;
  readonly annotation: AnnotationRecord;
  readonly link: LinkRecord;
  readonly role: string;
  readonly index: number;
  readonly isEnd: boolean;
}

/** What fills a role: a press goes to it. */
function Filler({ project, annotation, link, role, index, isEnd }: FillerProps) {
  const { t } = useTranslation('roles');
  // Another coder's annotation may fill a role of one's own: coding blind, it is not quoted.
  useHiddenCoders();
  const unknown = t(isHiddenTarget(project, link.target) ? 'hiddenFiller' : 'elsewhere');
  const quote = shortened(quoteOfTarget(project, link.target)) || unknown;
  const isReadOnly = project.project.readOnly !== null;
  return (
    <li className="filler">
      <AriaButton className="filler__target" onPress={() => void goToTarget(link.target, annotation)}>
        <TargetSign project={project} target={link.target} />
        <span className="filler__quote">{quote}</span>
      </AriaButton>
      {index > 0 && !isReadOnly && (
        <IconButton
          icon={ChevronUp}
          label={t('moveUp', { quote })}
          onPress={() => void run({ name: 'link.move', link: link.id, to: index - 1 })}
        />
      )}
      {!isEnd && !isReadOnly && (
        <IconButton
          icon={X}
          label={t('remove', { quote, role })}
          onPress={() => void run({ name: 'link.remove', links: [link.id] })}
        />
      )}
    </li>
  );
}

/** What sort of thing a target is: the colour of its type, or a word for what has none. */
function TargetSign({ project, target }: { readonly project: Workspace; readonly target: LinkTarget }) {
  const { t } = useTranslation('roles');
  if (target.by === 'span') return <span className="filler__sort">{t('sort.span')}</span>;
  if (target.by === 'entry') return <span className="filler__sort">{t('sort.entry')}</span>;
  const annotation = knownAnnotation(project, target.annotation);
  const type = annotation && project.types.get(annotation.type);
  return type ? <TypeSwatch type={type} /> : null;
}
