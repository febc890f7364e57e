import type { AnnotationId, CoderId, DocumentId, TypeId } from '../ids';
import type { Span } from '../model/annotation';
import type { Status } from '../model/document';
import type { CodebookCommand } from './codebook/command';
import type { DocumentsCommand } from './documents-command';
import type { TagOccurrences } from './occurrences-command';
import type { RegistryCommand } from './registry-command';
import type { ValuesCommand } from './values-command';
import type { LinkCommand } from './link-command';
import type { NewAnnotation } from './new-annotation';

export type { NewAnnotation } from './new-annotation';

/** Everything that a coder can ask to be changed, as plain data. Each becomes one undoable change. */
export type Command =
  | { readonly name: 'annotation.create'; readonly annotations: readonly NewAnnotation[] }
  | {
      readonly name: 'annotation.retype';
      readonly annotations: readonly AnnotationId[];
      readonly type: TypeId;
    }
  | {
      readonly name: 'annotation.move';
      readonly annotation: AnnotationId;
      readonly fragments: readonly Span[];
    }
  | {
      readonly name: 'annotation.addFragment' | 'annotation.removeFragment';
      readonly annotation: AnnotationId;
      readonly fragment: Span;
    }
  | { readonly name: 'annotation.delete'; readonly annotations: readonly AnnotationId[] }
  | {
      readonly name: 'annotation.status';
      readonly annotations: readonly AnnotationId[];
      readonly status: Status;
    }
  | { readonly name: 'annotation.note'; readonly annotation: AnnotationId; readonly note: string }
  | { readonly name: 'document.rename'; readonly document: DocumentId; readonly to: string }
  | { readonly name: 'document.status'; readonly documents: readonly DocumentId[]; readonly status: Status }
  | { readonly name: 'document.note'; readonly document: DocumentId; readonly note: string }
  | { readonly name: 'document.remove'; readonly documents: readonly DocumentId[] }
  | { readonly name: 'coder.rename'; readonly coder: CoderId; readonly to: string }
  | DocumentsCommand
  | TagOccurrences
  | RegistryCommand
  | ValuesCommand
  | CodebookCommand
  | LinkCommand;

export type CommandName = Command['name'];

/** What a change was for, as the journal names it: a coder's command, a whole import, or the coming of a project or coder. */
export type ChangeName =
  | CommandName
  | 'project.create'
  | 'codebook.import'
  | 'coder.add'
  | 'import'
  | 'document.split'
  | 'document.join'
  | 'history.goBack'
  | 'history.restore'
  | 'coding.paste';
