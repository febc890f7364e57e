import { useTranslation } from 'react-i18next';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { AnnotationList } from '../features/annotations/AnnotationList';
import { Inspector, useSelectedAnnotation } from '../features/annotations/Inspector';
import { AppMenu } from '../features/app-menu/AppMenu';
import { GuidelinePane } from '../features/codebook/GuidelinePane';
import { DocumentList } from '../features/documents/DocumentList';
import { Reader } from '../features/reader/Reader';
import { DrawnTieMenu } from '../features/roles/DrawnTieMenu';
import { FillingBar } from '../features/roles/FillingBar';
import { offerRoles } from '../features/roles/drawn-ties';
import { StatusLine } from '../features/status-line/StatusLine';
import { TypePalette } from '../features/types/TypePalette';
import { useIsGuidelineOpen } from '../stores/guideline';
import { useInterface } from '../stores/interface';
import { useWorkspace } from '../stores/workspace/workspace';
import { InspectorSections } from './InspectorSections';
import { documentsPanel, annotationsPanel } from './panes';
import { useRememberedLayout } from './remembered-layout';
import { ViewRail } from './ViewRail';
import { viewPanes } from './views';
import './MainWindow.css';

/** The window of a project: a rail with its views, and the one that is shown. */
export function MainWindow() {
  const { t } = useTranslation('commands');
  const name = useWorkspace((state) => state.project.name, '');
  const view = useInterface((state) => state.view);
  const View = viewPanes[view];
  return (
    <div className="window">
      <div className="window__body">
        <ViewRail />
        <main className="window__panes">
          <h1 className="only-spoken">{name}</h1>
          {/* The text stays as it is behind another view: coming back to it takes no time. */}
          <div className="window__text" inert={View !== undefined}>
            <TextView />
          </div>
          {View && (
            <section className="window__view" data-pane="view" aria-label={t(`view.${view}`)} tabIndex={-1}>
              <View />
            </section>
          )}
        </main>
      </div>
      <StatusLine />
    </div>
  );
}

/** What a coder reads and codes: documents and types on the left, the text in the middle, annotations on the right. */
function TextView() {
  const { t } = useTranslation(['project', 'reader']);
  const hasGuideline = useIsGuidelineOpen();
  const layout = useRememberedLayout('panes.window', hasGuideline ? 4 : 3);
  return (
    <Group {...layout}>
      <Panel
        id="documents"
        panelRef={documentsPanel}
        className="pane"
        defaultSize={264}
        minSize={200}
        maxSize={480}
        collapsible
        groupResizeBehavior="preserve-pixel-size"
      >
        <Source />
      </Panel>
      <Separator className="edge" aria-label={t('resizeDocuments')} />
      <Panel id="text" className="pane pane--paper" minSize={360}>
        <section className="pane__content" data-pane="text" aria-label={t('reader:text')}>
          <Reader onDrawTie={offerRoles}>
            <FillingBar />
            <DrawnTieMenu />
          </Reader>
        </section>
      </Panel>
      {hasGuideline && (
        <>
          <Separator className="edge" aria-label={t('resizeGuideline')} />
          <Panel
            id="guideline"
            className="pane"
            defaultSize={280}
            minSize={180}
            maxSize={560}
            groupResizeBehavior="preserve-pixel-size"
          >
            <GuidelinePane />
          </Panel>
        </>
      )}
      <Separator className="edge" aria-label={t('resizeAnnotations')} />
      <Panel
        id="annotations"
        panelRef={annotationsPanel}
        className="pane"
        defaultSize={336}
        minSize={240}
        maxSize={560}
        collapsible
        groupResizeBehavior="preserve-pixel-size"
      >
        <Coding />
      </Panel>
    </Group>
  );
}

/** What there is to code, and what to code it with. */
function Source() {
  const { t } = useTranslation(['documents', 'types', 'project']);
  const layout = useRememberedLayout('panes.source', 2);
  return (
    <Group orientation="vertical" className="side" {...layout}>
      <Panel id="documents-list" className="pane" minSize={160}>
        <nav className="pane__content" data-pane="documents" aria-label={t('documents:title')}>
          <div className="bar">
            <AppMenu />
          </div>
          <DocumentList />
        </nav>
      </Panel>
      <Separator className="edge edge--flat" aria-label={t('project:resizeTypes')} />
      <Panel id="types" className="pane" defaultSize="58" minSize={96}>
        <section className="pane__content" data-pane="types" aria-label={t('types:title')}>
          <TypePalette />
        </section>
      </Panel>
    </Group>
  );
}

/** The annotations of the document, and the one that is selected. */
function Coding() {
  const { t } = useTranslation(['annotations', 'project']);
  const annotation = useSelectedAnnotation();
  const layout = useRememberedLayout('panes.coding', annotation ? 2 : 1);
  return (
    <Group orientation="vertical" className="side" {...layout}>
      <Panel id="list" className="pane" minSize={96}>
        <section
          className="pane__content"
          data-pane="annotations"
          data-scope="annotations"
          aria-label={t('annotations:title')}
        >
          <AnnotationList />
        </section>
      </Panel>
      {annotation && (
        <>
          <Separator className="edge edge--flat" aria-label={t('project:resizeInspector')} />
          <Panel id="inspector" className="pane" defaultSize="60" minSize={96}>
            <div className="pane__content" data-pane="inspector" data-scope="inspector">
              <Inspector annotation={annotation}>
                <InspectorSections annotation={annotation} />
              </Inspector>
            </div>
          </Panel>
        </>
      )}
    </Group>
  );
}
