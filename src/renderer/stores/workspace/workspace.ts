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
import { framePainted } from './frame-painted';

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

/** The workspace itself. */
const useNow = create<WorkspaceState>(() => ({ workspace: null }));

/**
 * The workspace as components show it: after a committed change one frame behind, so that nothing that has to be laid
 * out anew stands between the change and the frame in which the text shows it.
 */
export const useWorkspaceState = create<WorkspaceState>(() => ({ workspace: null }));

/** The workspace at this moment. */
export const workspace = (): Workspace | null => useNow.getState().workspace;

/** Whether a project is open that can be changed. */
export const isWritable = (): boolean => workspace()?.project.readOnly === null;

/** Reads something of the open project; `otherwise` while there is none. */
export const useWorkspace = <Value>(select: (workspace: Workspace) => Value, otherwise: Value): Value =>
  useWorkspaceState((state) => (state.workspace ? select(state.workspace) : otherwise));

/** The same, but at once: for what is painted on the text, and for nothing that takes long. */
export const useWorkspaceNow = <Value>(select: (workspace: Workspace) => Value, otherwise: Value): Value =>
  useNow((state) => (state.workspace ? select(state.workspace) : otherwise));

/** Replaces the workspace by a later one, and shows it. */
export function setWorkspace(next: Workspace | null): void {
  useNow.setState({ workspace: next });
  useWorkspaceState.setState({ workspace: next });
}

/** Changes the workspace, if there is one, and shows it. */
export function changeWorkspace(change: (workspace: Workspace) => Workspace): void {
  const before = workspace();
  if (before) setWorkspace(change(before));
}

let following: Promise<void> | null = null;

/** Changes the workspace, if there is one: the text shows it in the next frame. Settles when everything else does too. */
export function commitToWorkspace(change: (workspace: Workspace) => Workspace): Promise<void> {
  useNow.setState((state) => (state.workspace ? { workspace: change(state.workspace) } : state));
  following ??= framePainted().then(() => {
    following = null;
    useWorkspaceState.setState({ workspace: workspace() });
  });
  return following;
}
