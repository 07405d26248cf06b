import { z } from 'zod'
import { DEFAULT_LOCALE, LOCALES, type Locale, type Localised } from './locale.ts'

/** A text by language: English is required, and an unknown language is refused. */
export function localisedSchema(text: z.ZodString): z.ZodType<Localised> {
  const translations = LOCALES.map((locale) => [locale, text.exactOptional()] as const)
  return z.strictObject({ ...Object.fromEntries(translations), [DEFAULT_LOCALE]: text })
}

/** A text by language; any language may have none. */
export function localisedPartSchema(
  text: z.ZodString,
): z.ZodType<Readonly<Partial<Record<Locale, string>>>> {
  return z.strictObject(
    Object.fromEntries(LOCALES.map((locale) => [locale, text.exactOptional()] as const)),
  )
}

/** Texts by language; any language may have none. */
export function localisedListSchema(
  text: z.ZodString,
): z.ZodType<Readonly<Partial<Record<Locale, readonly string[]>>>> {
  return z.strictObject(
    Object.fromEntries(LOCALES.map((locale) => [locale, z.array(text).exactOptional()] as const)),
  )
}
