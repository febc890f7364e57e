import { useTranslation } from 'react-i18next';
import type { SegmentRow } from '../../../contract/segments';
import { nameIn } from '../../i18n/format';
import { onOneLine } from '../../i18n/shortened';
import { useLanguage } from '../../i18n/use-language';
import { useWorkspace } from '../../stores/workspace/workspace';
import { StatusMark } from '../../ui/StatusMark';
import { Tick } from '../../ui/Tick';
import { TypeSwatch } from '../../ui/TypeSwatch';

/** The cells of a row; empty while it is being fetched. */
export function GridRow({
  row,
  isSelected,
}: {
  readonly row: SegmentRow | undefined;
  readonly isSelected: boolean;
}) {
  const { t } = useTranslation(['retrieval', 'common']);
  return (
    <>
      <span role="gridcell" className="segment-row__check" data-check>
        <Tick isOn={isSelected} />
        {isSelected && <span className="only-spoken">{t('selected')}</span>}
      </span>
      {row ? (
        <Cells row={row} />
      ) : (
        <span role="gridcell" className="segment-row__waiting">
          <span className="only-spoken">{t('loading')}</span>
        </span>
      )}
    </>
  );
}

function Cells({ row }: { readonly row: SegmentRow }) {
  const { t } = useTranslation(['retrieval', 'common']);
  const language = useLanguage();
  const { annotation } = row;
  const type = useWorkspace((state) => state.types.get(annotation.type), undefined);
  const entry = useWorkspace(
    (state) => (annotation.entry ? state.registry.get(annotation.entry)?.name : undefined),
    undefined,
  );
  const document = useWorkspace((state) => state.documents.get(annotation.document)?.document.name ?? '', '');
  const coder = useWorkspace((state) => state.coders.get(annotation.coder)?.name ?? '', '');
  return (
    <>
      <InContext row={row} />
      <span role="gridcell" className="segment-row__type">
        {type && <TypeSwatch type={type} />}
        <span className="segment-row__name">{type && nameIn(type.names, language)}</span>
      </span>
      <span role="gridcell" className="segment-row__name">
        {entry}
      </span>
      <span role="gridcell" className="segment-row__name" title={document}>
        {document}
      </span>
      <span role="gridcell" className="segment-row__coder">
        <span className="segment-row__name">{coder}</span>
        {annotation.status !== 'draft' && (
          <>
            <StatusMark status={annotation.status} />
            <span className="only-spoken">{t(`common:status.${annotation.status}`)}</span>
          </>
        )}
      </span>
    </>
  );
}

/** The sentence, with the first fragment in the middle, so that those of all rows stand below each other. */
function InContext({ row: { sentence, marks } }: { readonly row: SegmentRow }) {
  const [start, end] = marks[0] ?? [0, sentence.length];
  return (
    <span role="gridcell" className="segment-row__context" title={sentence}>
      <span className="segment-row__before">
        <span>{onOneLine(sentence.slice(0, start))}</span>
      </span>
      <mark className="segment-row__quote">{onOneLine(sentence.slice(start, end))}</mark>
      <span className="segment-row__after">
        {rest(end, marks.slice(1), sentence).map(({ text, isMarked, at }) =>
          isMarked ? (
            <mark key={at} className="segment-row__quote">
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </span>
    </span>
  );
}

/** What follows the first fragment, parted where further ones begin and end. */
function rest(
  from: number,
  marks: SegmentRow['marks'],
  sentence: string,
): readonly { readonly text: string; readonly isMarked: boolean; readonly at: number }[] {
  const parts: { text: string; isMarked: boolean; at: number }[] = [];
  let at = from;
  for (const [start, end] of marks) {
    parts.push({ text: onOneLine(sentence.slice(at, start)), isMarked: false, at });
    parts.push({ text: onOneLine(sentence.slice(start, end)), isMarked: true, at: start });
    at = end;
  }
  return [...parts, { text: onOneLine(sentence.slice(at)), isMarked: false, at }];
}
