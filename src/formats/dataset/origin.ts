import { z } from 'zod';
import type { Origin } from '../../core/model/origin';

const schema = z.object({
  format: z.string(),
  id: z.string().nullable(),
  fields: z.record(z.string(), z.json()),
});

/** Where a record came from, as a cell has it; null where the cell does not tell. */
export function originOf(cell: string | null | undefined): Origin | null {
  if (!cell) return null;
  try {
    return schema.safeParse(JSON.parse(cell)).data ?? null;
  } catch {
    return null;
  }
}
