import type { AnnotationRecord } from '../../core/model/annotation';
import type { LayerPlan } from './layer-book';

/** An annotation with what writing it needs to know. */
export interface Placed {
  readonly record: AnnotationRecord;
  readonly plan: LayerPlan;
  readonly begin: number;
  readonly end: number;
}
