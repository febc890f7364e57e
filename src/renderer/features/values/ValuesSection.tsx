import type { AnnotationRecord } from '../../../core/model/annotation';
import { AttributeSection } from '../../values/AttributeSection';
import { useDateHelp } from '../../values/date-help';

/** The attributes of the selected annotation. */
export function ValuesSection({ annotation }: { readonly annotation: AnnotationRecord }) {
  return <AttributeSection records={[annotation]} dates={useDateHelp(annotation)} />;
}
