import { useTranslation } from 'react-i18next';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { AnnotationList } from '../features/annotations/AnnotationList';
import { Inspector, useSelectedAnnotation } from '../features/annotations/Inspector';
import { AppMenu } from '../features/app-menu/AppMenu';
import { DocumentList } from '../features/documents/DocumentList';
import { Reader } from '../features/reader/Reader';
import { StatusLine } from '../features/status-line/StatusLine';
import { TypePalette } from '../features/types/TypePalette';
import { useWorkspace } from '../stores/workspace/workspace';
import { documentsPanel, annotationsPanel } from './panes';
import { useRememberedLayout } from './remembered-layout';
import './MainWindow.css';

/** The window of a project: documents on the left, the text in the middle, types and annotations on the right. */
export function MainWindow() {
  const { t } = useTranslation(['project', 'documents', 'reader']);
  const name = useWorkspace((state) => state.project.name, '');
  const layout = useRememberedLayout('panes.window', 3);
  return (
    <div className="window">
      <main className="window__panes">
        <h1 className="only-spoken">{name}</h1>
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
            <nav className="pane__content" data-pane="documents" aria-label={t('documents:title')}>
              <div className="bar">
                <AppMenu />
              </div>
              <DocumentList />
            </nav>
          </Panel>
          <Separator className="edge" aria-label={t('resizeDocuments')} />
          <Panel id="text" className="pane pane--paper" minSize={360}>
            <section className="pane__content" data-pane="text" aria-label={t('reader:text')}>
              <Reader />
            </section>
          </Panel>
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
            <Side />
          </Panel>
        </Group>
      </main>
      <StatusLine />
    </div>
  );
}

/** The types, the annotations of the document, and the one that is selected, above each other. */
function Side() {
  const { t } = useTranslation(['types', 'annotations', 'project']);
  const annotation = useSelectedAnnotation();
  const layout = useRememberedLayout('panes.side', annotation ? 3 : 2);
  return (
    <Group orientation="vertical" className="side" {...layout}>
      <Panel id="types" className="pane" defaultSize={annotation ? '42' : '57'} minSize={96}>
        <section className="pane__content" data-pane="types" aria-label={t('types:title')}>
          <TypePalette />
        </section>
      </Panel>
      <Separator className="edge edge--flat" aria-label={t('project:resizeTypes')} />
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
          <Panel id="inspector" className="pane" defaultSize="34" minSize={96}>
            <div className="pane__content" data-pane="inspector" data-scope="inspector">
              <Inspector annotation={annotation} />
            </div>
          </Panel>
        </>
      )}
    </Group>
  );
}
