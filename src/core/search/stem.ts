/**
 * The stem of an English word in small letters, so that “reconnecting” finds “reconnect”. It only has
 * to be the same for the forms of one word: it is shown nowhere, and need not be a word.
 */
export function stemOf(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word
  const stem = withoutEnding(singularOf(word))
  if (stem.length < 4) return stem
  return stem.replace(/e$/, '').replace(/y$/, 'i')
}

function singularOf(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(?:ss|x|ch|sh|zz)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}

function withoutEnding(word: string): string {
  const stem = /^(.*[aeiouy].*?)(?:ing|(?<!e)ed|(?<=[st])ion)$/.exec(word)?.[1]
  if (stem === undefined || stem.length < 3) return word
  // dropped, setting; but called, missing
  return stem.replace(/([^aeiouylsz])\1$/, '$1')
}
