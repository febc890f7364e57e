import type { Change } from '../../../contract/engine-answers';
import type { TypeUse } from '../../../core/commands/codebook/command';
import { recordsAfter } from '../../../core/diff';
import type { AnnotationId } from '../../../core/ids';
import type { Span } from '../../../core/model/annotation';
import type { TypeRecord } from '../../../core/model/codebook';
import { currentLanguage, t } from '../../i18n/i18n';
import { nameIn } from '../../i18n/format';
import { shortened } from '../../i18n/shortened';
import { filling, pickNew, startFilling, fillingUse } from '../../stores/filling/filling';
import { useInterface } from '../../stores/interface';
import { announce, notify } from '../../stores/notices';
import { retype } from '../../stores/workspace/retype';
import { run } from '../../stores/workspace/session';
import { workspace } from '../../stores/workspace/workspace';

/** Whether there is anything to give a type to: a selection to tag, or an annotation to change. */
function hasSubject(): boolean {
  const { textSelection, selected } = useInterface.getState();
  return selected !== null || (textSelection !== null && !textSelection.isCollapsed);
}

/** Whether a type would do something now. */
export const canApplyType = (): boolean => workspace()?.project.readOnly === null && hasSubject();

/**
 * Tags the selected text, or gives the selected annotation this type; while a role is filled, tags what fills it. The
 * type of a relation begins one from the selected annotation.
 */
export async function applyType(type: TypeRecord): Promise<void> {
  const { textSelection, selected } = useInterface.getState();
  if (workspace()?.project.readOnly !== null) {
    notify(t('types:readOnly'));
    return;
  }
  const hasWords = textSelection !== null && !textSelection.isCollapsed;
  const project = workspace();
  if (filling() && hasWords) return pickNew(type, textSelection.span);
  if (type.kind === 'relation') {
    const annotation = selected === null ? undefined : project?.open?.annotations.get(selected);
    if (annotation) startFilling(annotation, { of: 'relation', type: type.id });
    else notify(t('types:selectAnnotation'));
    return;
  }
  if (hasWords) return tag(type);
  if (selected) return retypeSelected(selected, type);
  notify(t('types:selectFirst'));
}

/** Annotates the selection. The caret stays at its end, ready for the next one, unless it has gone on meanwhile. */
async function tag(type: TypeRecord): Promise<void> {
  const { textSelection } = useInterface.getState();
  const document = workspace()?.open?.id;
  if (!textSelection || !document) return;
  const { span } = textSelection;
  const change = await run({
    name: 'annotation.create',
    annotations: [{ document, type: type.id, fragments: [span] }],
  });
  if (change) announceUse(type, change, span);
}

/** What a type that is made now is for; undefined where there is nothing to use it for. */
export function wantedUse(): TypeUse | undefined {
  const { textSelection, selected } = useInterface.getState();
  const document = workspace()?.open?.id;
  if (!canApplyType() || !document) return undefined;
  const hasWords = textSelection !== null && !textSelection.isCollapsed;
  if (filling()) return hasWords ? fillingUse(textSelection.span) : undefined;
  if (hasWords) return { by: 'tagging', annotation: { document, fragments: [textSelection.span] } };
  return selected === null ? undefined : { by: 'retyping', annotations: [selected] };
}

/** Goes on behind the span that was tagged, unless the caret has gone on meanwhile, and says what was done. */
export function announceUse(type: TypeRecord, change: Change, span: Span | undefined): void {
  const { editor } = useInterface.getState();
  const [annotation] = recordsAfter(change.diff, 'annotation');
  if (!span) {
    announce(t('types:retyped', { type: nameOf(type) }));
    return;
  }
  if (areSame(editor?.selection()?.span, span)) editor?.select({ start: span.end, end: span.end });
  useInterface.setState({
    underCaret: annotation ? [annotation.id] : [],
    lastSelected: annotation?.id ?? null,
  });
  announce(
    t('types:tagged', { type: nameOf(type), quote: shortened(annotation?.fragments[0]?.quote ?? '') }),
  );
}

const areSame = (a: Span | undefined, b: Span): boolean => a?.start === b.start && a.end === b.end;

async function retypeSelected(annotation: AnnotationId, type: TypeRecord): Promise<void> {
  if (await retype(annotation, type.id)) announce(t('types:retyped', { type: nameOf(type) }));
}

const nameOf = (type: TypeRecord): string => nameIn(type.names, currentLanguage());

/** What a type's key does in the text and in the list of annotations. Answers whether it did or told anything. */
export function pressTypeKey(key: string): boolean {
  if (!hasSubject()) return false;
  const type = [...(workspace()?.types.values() ?? [])].find((candidate) => candidate.key === key);
  if (type) void applyType(type);
  return type !== undefined;
}
