import { create } from 'zustand';
import type { DocumentContent, DocumentSummary, ProjectDescription } from '../../../contract/engine-answers';
import type {
  AnnotationId,
  AttributeId,
  CoderId,
  DocumentId,
  EntryId,
  LinkId,
  RoleId,
  TermId,
  TypeId,
} from '../../../core/ids';
import type { AnnotationRecord, EntryRecord, LinkRecord } from '../../../core/model/annotation';
import type { AttributeRecord, RoleRecord, TermRecord, TypeRecord } from '../../../core/model/codebook';
import type { CoderRecord } from '../../../core/model/document';

/** The one document whose text is in memory, with all that was coded in it. */
export interface OpenDocument {
  readonly id: DocumentId;
  readonly text: string;
  readonly place: DocumentContent['place'];
  readonly annotations: ReadonlyMap<AnnotationId, AnnotationRecord>;
  /** The same annotations in the order of the text. */
  readonly inOrder: readonly AnnotationRecord[];
  readonly links: ReadonlyMap<LinkId, LinkRecord>;
  /** Annotations of other documents that those links lead to or come from. */
  readonly linked: ReadonlyMap<AnnotationId, AnnotationRecord>;
}

/** What the interface knows of the project. Changed by answers of the engine and by committed diffs, by nothing else. */
export interface Workspace {
  readonly project: ProjectDescription;
  /** In the order of the queue. */
  readonly documents: ReadonlyMap<DocumentId, DocumentSummary>;
  readonly types: ReadonlyMap<TypeId, TypeRecord>;
  readonly roles: ReadonlyMap<RoleId, RoleRecord>;
  readonly attributes: ReadonlyMap<AttributeId, AttributeRecord>;
  readonly terms: ReadonlyMap<TermId, TermRecord>;
  /** Every entry of the registry. */
  readonly registry: ReadonlyMap<EntryId, EntryRecord>;
  readonly coders: ReadonlyMap<CoderId, CoderRecord>;
  readonly open: OpenDocument | null;
}

interface WorkspaceState {
  /** Null while no project is open. */
  readonly workspace: Workspace | null;
}

export const useWorkspaceState = create<WorkspaceState>(() => ({ workspace: null }));

/** The workspace at this moment. */
export const workspace = (): Workspace | null => useWorkspaceState.getState().workspace;

/** Reads something of the open project; `otherwise` while there is none. */
export const useWorkspace = <Value>(select: (workspace: Workspace) => Value, otherwise: Value): Value =>
  useWorkspaceState((state) => (state.workspace ? select(state.workspace) : otherwise));

/** Replaces the workspace by a later one. */
export const setWorkspace = (next: Workspace | null): void => useWorkspaceState.setState({ workspace: next });

/** Changes the workspace, if there is one. */
export const changeWorkspace = (change: (workspace: Workspace) => Workspace): void =>
  useWorkspaceState.setState((state) => (state.workspace ? { workspace: change(state.workspace) } : state));
