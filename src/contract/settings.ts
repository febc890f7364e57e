import { z } from 'zod';

/** A person's preferences, kept by the host for all projects. Every field has a value that works. */
export const settings = z.object({
  language: z.enum(['system', 'ru', 'en']).catch('system'),
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  /** The name under which this person annotates; empty means the account's name. */
  coderName: z.string().max(200).catch(''),
  /** Size of the document's text, in CSS pixels. */
  textSize: z.number().min(12).max(32).catch(18),
  /** Whether a selection by mouse takes whole words. */
  snapToWords: z.boolean().catch(true),
  /** Sizes of panes and columns and what else the interface remembers, by its own keys. */
  layout: z.record(z.string().max(100), z.json()).catch({}),
});

export type Settings = z.infer<typeof settings>;

export const defaultSettings: Settings = settings.parse({});

/** The settings to be changed; others stay. Keys of `layout` are merged. */
export const settingsPatch = z.strictObject({
  language: z.enum(['system', 'ru', 'en']).optional(),
  theme: z.enum(['system', 'light', 'dark']).optional(),
  coderName: z.string().max(200).optional(),
  textSize: z.number().min(12).max(32).optional(),
  snapToWords: z.boolean().optional(),
  layout: z.record(z.string().max(100), z.json()).optional(),
});

export type SettingsPatch = z.infer<typeof settingsPatch>;
