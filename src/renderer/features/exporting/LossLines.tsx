import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LossLine } from '../../../core/exchange/losses';
import type { EntryId, TermId, TypeId } from '../../../core/ids';
import { nameIn } from '../../i18n/format';
import { sayOfFormats } from '../../i18n/format-words';
import type { Language } from '../../i18n/i18n';
import { useLanguage } from '../../i18n/use-language';
import { useWorkspace, workspace, type OpenDocument } from '../../stores/workspace/workspace';
import { Button } from '../../ui/Button';
import { goToExample } from './go-to-example';
import './LossLines.css';

type Example = LossLine['examples'][number];

const mostShown = 100;

/** What an export loses: of each thing how many, why, and, when it is opened, which. */
export function LossLines({ losses }: { readonly losses: readonly LossLine[] }) {
  return (
    <ul className="losses">
      {losses.map((line) => (
        <li key={`${line.thing} ${line.reason}`}>
          <Line line={line} />
        </li>
      ))}
    </ul>
  );
}

function Line({ line }: { readonly line: LossLine }) {
  const [isOpen, setOpen] = useState(false);
  const { thing, reason, count, examples } = line;
  const words = (
    <span>
      <strong className="figures">{sayOfFormats(`thing.${thing}`, { count })}</strong>
      <span className="losses__reason">{sayOfFormats(`reason.${reason}`)}</span>
    </span>
  );
  const named = examples.filter(({ record }) => record !== '');
  if (named.length === 0) return <div className="losses__line">{words}</div>;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="losses__line">
        <ChevronRight size={14} strokeWidth={1.75} aria-hidden />
        {words}
      </summary>
      {isOpen && <Examples examples={named} count={count} />}
    </details>
  );
}

function Examples({ examples, count }: { readonly examples: readonly Example[]; readonly count: number }) {
  const { t } = useTranslation('exporting');
  const language = useLanguage();
  const open = useWorkspace((state) => state.open, null);
  const openName = useWorkspace(
    (state) => (state.open ? state.documents.get(state.open.id)?.document.name : undefined),
    undefined,
  );
  const shown = examples.slice(0, mostShown);
  return (
    <ul className="losses__examples">
      {shown.map((example, index) => {
        const { document, part } = example;
        const quote = document === openName ? quoteOf(example, open) : '';
        const name = document ?? nameOf(example.record, language);
        const words = [name, quote, part].filter(Boolean).join(' · ');
        return (
          <li key={index}>
            {document === null ? (
              words
            ) : (
              <Button look="plain" onPress={() => void goToExample(example)}>
                {words}
              </Button>
            )}
          </li>
        );
      })}
      {count > shown.length && <li className="remark">{t('andMore', { count: count - shown.length })}</li>}
    </ul>
  );
}

/** What a record that belongs to no document is called: a type, a term, an entry of the registry. */
function nameOf(record: string, language: Language): string {
  const state = workspace();
  const type = state?.types.get(record as TypeId);
  if (type) return nameIn(type.names, language);
  const named = state?.terms.get(record as TermId) ?? state?.registry.get(record as EntryId);
  return named?.name ?? record;
}

/** The words of an annotation that an example is about, where its document is open. */
function quoteOf({ record }: Example, open: OpenDocument | null): string {
  const annotations:
    ReadonlyMap<string, { readonly fragments: readonly { readonly quote: string }[] }> | undefined =
    open?.annotations;
  const quote =
    annotations
      ?.get(record)
      ?.fragments.map((fragment) => fragment.quote)
      .join(' … ') ?? '';
  return quote.length > 60 ? `${quote.slice(0, 60)}…` : quote;
}
