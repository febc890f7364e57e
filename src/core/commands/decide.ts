import type { Diff } from '../diff';
import { problem } from '../problem';
import { fail, ok, type Result } from '../result';
import {
  changeFragments,
  createAnnotations,
  deleteAnnotations,
  moveAnnotation,
  setAnnotationNote,
  setAnnotationStatus,
} from './annotations';
import { update } from './build';
import { decideCodebook } from './codebook/decide';
import type { Command } from './command';
import { changeDocuments, removeDocuments, reorderDocuments, setMetadata } from './documents';
import { addChoice, createAndUseType } from './made-and-used';
import { tagOccurrences } from './occurrences';
import { fillRole, moveLink, removeLinks } from './links';
import type { ChangeContext, ProjectView } from './project-view';
import { changeEntry, createEntry, referAnnotations } from './registry';
import { mergeEntries, removeEntries, splitEntry } from './registry-merge';
import { createRelation, swapRelation } from './relations';
import { retypeAnnotations } from './retype';
import { createTerm, mergeTerms, moveTerms, removeTerms, renameTerm } from './terms';
import { setValue } from './values';

/** Turns a command into the diff that it asks for, or says why it cannot be done. Changes nothing itself. */
export function decide(command: Command, view: ProjectView, context: ChangeContext): Result<Diff> {
  switch (command.name) {
    case 'annotation.create':
      return createAnnotations(command, view, context);
    case 'annotation.retype':
      return retypeAnnotations(command, view, context);
    case 'annotation.move':
      return moveAnnotation(command, view, context);
    case 'annotation.addFragment':
    case 'annotation.removeFragment':
      return changeFragments(command, view, context);
    case 'annotation.delete':
      return deleteAnnotations(command, view);
    case 'annotation.status':
      return setAnnotationStatus(command, view, context);
    case 'annotation.note':
      return setAnnotationNote(command, view, context);
    case 'document.rename':
      return changeDocuments([command.document], { name: command.to }, view);
    case 'document.status':
      return changeDocuments(command.documents, { status: command.status }, view);
    case 'document.note':
      return changeDocuments([command.document], { note: command.note }, view);
    case 'document.remove':
      return removeDocuments(command.documents, view);
    case 'document.metadata':
      return setMetadata(command, view);
    case 'document.reorder':
      return reorderDocuments(command, view);
    case 'value.set':
      return setValue(command, view, context);
    case 'term.create':
      return createTerm(command, view, context);
    case 'term.rename':
      return renameTerm(command, view);
    case 'term.merge':
      return mergeTerms(command, view, context);
    case 'term.move':
      return moveTerms(command, view);
    case 'term.remove':
      return removeTerms(command, view, context);
    case 'coder.rename':
      return renameCoder(command, view);
    case 'occurrences.tag':
      return tagOccurrences(command, view, context);
    case 'type.create':
      return createAndUseType(command, view, context);
    case 'choice.add':
      return addChoice(command, view, context);
    case 'type.change':
    case 'type.move':
    case 'type.remove':
    case 'type.merge':
    case 'role.create':
    case 'role.change':
    case 'role.move':
    case 'role.remove':
    case 'attribute.create':
    case 'attribute.change':
    case 'attribute.move':
    case 'attribute.remove':
    case 'choice.rename':
      return decideCodebook(command, view, context);
    case 'entry.create':
      return createEntry(command, view, context);
    case 'entry.change':
      return changeEntry(command, view);
    case 'entry.merge':
      return mergeEntries(command, view, context);
    case 'entry.split':
      return splitEntry(command, view, context);
    case 'entry.remove':
      return removeEntries(command, view, context);
    case 'annotation.refer':
      return referAnnotations(command, view, context);
    case 'link.fill':
      return fillRole(command, view, context);
    case 'link.remove':
      return removeLinks(command, view);
    case 'link.move':
      return moveLink(command, view);
    case 'relation.create':
      return createRelation(command, view, context);
    case 'relation.swap':
      return swapRelation(command, view, context);
  }
}

function renameCoder(command: Extract<Command, { name: 'coder.rename' }>, view: ProjectView): Result<Diff> {
  const coder = view.find('coder', command.coder);
  if (!coder) return fail(problem('record-missing', { record: 'coder', id: command.coder }));
  const change = update(coder, { name: command.to });
  return ok({ added: [], updated: change ? [change] : [], removed: [] });
}
