import { createContext, use } from 'react';
import type { TypeRecord } from '../../../core/model/codebook';

/** What choosing a type in the palette does; null while there is nothing to tag. Given by the application. */
export const TypeAction = createContext<() => ((type: TypeRecord) => unknown) | null>(() => null);

/** What choosing a type does now; null while there is nothing to tag. */
export const useTypeAction = (): ((type: TypeRecord) => unknown) | null => use(TypeAction)();
