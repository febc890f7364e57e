import type { ComponentType } from 'react';
import type { AnnotationRecord } from '../../core/model/annotation';
import { FragmentsSection } from '../features/spans/FragmentsSection';
import { AnnotationHistory } from '../features/history/AnnotationHistory';
import { IdentitySection } from '../features/registry/IdentitySection';
import { ValuesSection } from '../features/values/ValuesSection';
import { RolesSection } from '../features/roles/RolesSection';

/** What the features have to say about the selected annotation, in this order. */
const sections: readonly ComponentType<{ readonly annotation: AnnotationRecord }>[] = [
  IdentitySection,
  RolesSection,
  ValuesSection,
  FragmentsSection,
  AnnotationHistory,
];

/** All of that, between an annotation's type and its note. */
export function InspectorSections({ annotation }: { readonly annotation: AnnotationRecord }) {
  return sections.map((Section, index) => <Section key={index} annotation={annotation} />);
}
