import type { Locale } from '../locale/locale.ts'

/** Characters that a language without spaces writes words with. */
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u

/**
 * How long a text is to a reader. English: what stands between spaces and has a letter or a digit, so
 * that `ws.send('Hello')` is one word and a dash none. Chinese: each character, and each run of other
 * letters and digits, such as `readyState`, as one; punctuation is not counted.
 */
export function countWords(text: string, locale: Locale): number {
  return locale === 'zh-CN' ? countCharacters(text) : countSpaced(text)
}

function countSpaced(text: string): number {
  return text.split(/\s+/).filter((word) => LETTER_OR_DIGIT.test(word)).length
}

function countCharacters(text: string): number {
  let count = 0
  let isInWord = false
  for (const character of text) {
    const isIdeograph = IDEOGRAPH.test(character)
    // A dot, a bracket or a quote within code does not end what counts as one word; a space does.
    const isOfWord: boolean =
      !isIdeograph && (LETTER_OR_DIGIT.test(character) || (isInWord && /[!-~]/.test(character)))
    if (isIdeograph || (isOfWord && !isInWord)) count += 1
    isInWord = isOfWord
  }
  return count
}
