// Imported for this effect, before any schema is used: zod would otherwise try out `new Function`, which the content
// security policy refuses.
import { z } from 'zod';

z.config({ jitless: true });
