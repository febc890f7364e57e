import type { AnnotationRecord } from '../../../core/model/annotation';
import type { RoleRecord } from '../../../core/model/codebook';
import { unfinishedRoles } from '../../../core/rules/slots';
import { linkIndex, roleBook } from './link-index';
import type { Workspace } from './workspace';

/** The roles of an annotation of the open document that lack a filler. */
export const unfinishedIn = (workspace: Workspace, annotation: AnnotationRecord): readonly RoleRecord[] =>
  workspace.open
    ? unfinishedRoles(annotation, linkIndex(workspace.open.links).from(annotation.id), roleBook(workspace))
    : [];
