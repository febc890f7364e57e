import { BookUser, ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { EntryId } from '../../../core/ids';
import type { AnnotationRecord } from '../../../core/model/annotation';
import { nameOfMention } from '../../../core/registry/mention-text';
import { CommandButton } from '../../commands/CommandButton';
import { useCaps } from '../../commands/registry';
import { shortened } from '../../i18n/shortened';
import { useWorkspace } from '../../stores/workspace/workspace';
import { Button } from '../../ui/Button';
import { Caps } from '../../ui/Caps';
import { TypeAhead } from '../../ui/TypeAhead';
import { useRegistry } from './entry-rows';
import { useCandidates, useProposals } from './LinkPicker';
import { indexIn, kindOf, makeEntry, refer, useChain } from './mentions';
import { reasonOf } from './reasons';
import './IdentitySection.css';

/** Who or what the selected mention refers to, and what it may refer to where that is not known. */
export function IdentitySection({ annotation }: { readonly annotation: AnnotationRecord }) {
  return kindOf(annotation) && <Identity mention={annotation} />;
}

function Identity({ mention }: { readonly mention: AnnotationRecord }) {
  const { t } = useTranslation('registry');
  const isReadOnly = useWorkspace((state) => state.project.readOnly !== null, true);
  const registry = useRegistry();
  const entry = mention.entry === null ? undefined : registry.get(mention.entry);
  return (
    <section className="identity" aria-label={t('identity')}>
      <TypeAhead
        label={t('identity')}
        placeholder={t('noIdentity')}
        source={useCandidates(mention)}
        chosen={mention.entry}
        value={entry?.name}
        allowsNamesakes
        isDisabled={isReadOnly}
        onChoose={({ id }) => void refer(mention, id as EntryId)}
        onCreate={(name) => void makeEntry(mention, name)}
        onClear={() => void refer(mention, null)}
      />
      {mention.entry !== null && <Chain mention={mention} entry={mention.entry} />}
      {mention.entry === null && !isReadOnly && <Proposals mention={mention} />}
    </section>
  );
}

/** Which of the mentions of the same this is, and the way to the others. */
function Chain({ mention, entry }: { readonly mention: AnnotationRecord; readonly entry: EntryId }) {
  const { t } = useTranslation('registry');
  const chain = useChain(entry);
  const place = chain ? indexIn(chain, mention.id) + 1 : 0;
  return (
    <div className="identity__chain">
      <CommandButton id="mention.previous" icon={ChevronLeft} />
      <span className="figures">{place > 0 && t('placeInChain', { place, count: chain?.length ?? 0 })}</span>
      <CommandButton id="mention.next" icon={ChevronRight} />
      <span className="identity__space" />
      <CommandButton id="mention.showEntry" icon={BookUser} />
    </div>
  );
}

/** What the mention may refer to, each with its reason; nothing is linked until one is chosen. */
function Proposals({ mention }: { readonly mention: AnnotationRecord }) {
  const { t } = useTranslation('registry');
  const registry = useRegistry();
  const proposals = useProposals(mention);
  const acceptCaps = useCaps('mention.accept');
  const makeCaps = useCaps('mention.makeEntry');
  return (
    <>
      {proposals.length > 0 && (
        <ul className="identity__proposals" aria-label={t('proposed')}>
          {proposals.map((proposal, index) => (
            <li key={proposal.entry}>
              <Button look="plain" onPress={() => void refer(mention, proposal.entry)}>
                <span className="identity__name">{registry.get(proposal.entry)?.name}</span>
                <span className="identity__reason">{reasonOf(proposal)}</span>
                {index === 0 && acceptCaps && <Caps caps={acceptCaps} />}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button look="plain" onPress={() => void makeEntry(mention)}>
        <span className="identity__name">{t('makeFrom', { name: shortened(nameOfMention(mention)) })}</span>
        {makeCaps && <Caps caps={makeCaps} />}
      </Button>
    </>
  );
}
