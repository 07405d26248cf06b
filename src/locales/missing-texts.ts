import type { Areas, Texts } from './gather.ts'

/** The dotted key of every text, and the text. */
export function flatten(messages: Texts | Areas, prefix = ''): Map<string, string> {
  const texts = Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : [...flatten(value, `${prefix}${key}.`)],
  )
  return new Map(texts)
}

/** The keys of `source` that `translation` lacks. */
export function missingTexts(source: Areas, translation: Areas): string[] {
  const translated = flatten(translation)
  return [...flatten(source).keys()].filter((key) => !translated.has(key))
}
