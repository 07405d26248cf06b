import { z } from 'zod'
import { DEFAULT_LOCALE, LOCALES, type Localised } from './locale.ts'

/** A text by language: English is required, and an unknown language is refused. */
export function localisedSchema(text: z.ZodString): z.ZodType<Localised> {
  const translations = LOCALES.map((locale) => [locale, text.exactOptional()] as const)
  return z.strictObject({ ...Object.fromEntries(translations), [DEFAULT_LOCALE]: text })
}
