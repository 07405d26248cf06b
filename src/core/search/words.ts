/** The words of a text as the index knows them: made alike when the site is built and in the browser. */
import { stemOf } from './stem.ts'

export interface FoundWord {
  /** What the index has: small letters, a stem, or two Chinese characters. */
  readonly word: string
  /** Where it is in the text. */
  readonly from: number
  readonly to: number
}

const LETTER = '(?!\\p{Script=Han})[\\p{L}\\p{N}]'
/** A word of letters and digits, with the marks that may hold a name together; or Chinese. */
const PIECE = new RegExp(`\\p{Script=Han}+|(?:${LETTER})+(?:[-._:/'’](?:${LETTER})+)*`, 'gu')
const HAN = /^\p{Script=Han}/u
const PART = new RegExp(`(?:${LETTER})+`, 'gu')
/** `bufferedAmount`: where a word begins within a name. WebSocket is a word. */
const HUMP = /(?<=\p{Ll})(?<!\bWeb(?=Socket))(?=\p{Lu})/u

/** Words that say nothing of what is looked for. */
const EMPTY = new Set(
  (
    'a about after all am an and any are as at be been but by can could d did do does doesn don for ' +
    'from get gets had has have he how i if in into is isn it its just ll m me my no of on one or ' +
    'our out re s she should so some t than that the their them then there they this to too up ve was ' +
    'we what when where which while who why will with would you your'
  ).split(' '),
)
/** The same in Chinese, which has no spaces: what is on either side of them are two words. */
const EMPTY_HAN =
  /为什么|怎么办|怎么样|怎么|如何|什么|怎样|哪些|哪个|哪种|多少|有没有|能不能|是不是|会不会|要不要|可不可以|可以|总是|老是|一直|我的|这个|那个|一个|[吗呢吧啊的了是我你它在和与或就都也还着]/g

/** @param as a text that is looked in, or what a reader looks for. */
export function wordsOf(text: string, as: 'text' | 'query'): readonly FoundWord[] {
  return [...text.matchAll(PIECE)].flatMap(({ 0: piece, index }) =>
    HAN.test(piece) ? chinese(piece, index, as) : western(piece, index),
  )
}

/** A name is found by its parts and as a whole: `Sec-WebSocket-Key`, `socket.io`, `readyState`. */
function western(piece: string, from: number): readonly FoundWord[] {
  const whole = { from, to: from + piece.length }
  const words: FoundWord[] = []
  let parts = 0
  for (const { 0: part, index } of piece.matchAll(PART)) {
    let at = from + index
    for (const hump of part.split(HUMP)) {
      const plain = hump.toLowerCase()
      if (!EMPTY.has(plain)) words.push({ word: stemOf(plain), from: at, to: at + hump.length })
      at += hump.length
      parts += 1
    }
  }
  const name = piece.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  // “don’t” is no name.
  return parts > 1 && !/['’]/.test(piece) ? [...words, { word: name, ...whole }] : words
}

/** Two characters each. A text's last one is there alone, too, so that one character is found. */
function chinese(piece: string, from: number, as: 'text' | 'query'): readonly FoundWord[] {
  const words: FoundWord[] = []
  let at = from
  for (const run of piece.replace(EMPTY_HAN, (empty) => ' '.repeat(empty.length)).split(' ')) {
    const characters = [...run]
    let place = at
    for (const [index, one] of characters.entries()) {
      const next = characters[index + 1]
      const isAlone = next === undefined && (as === 'text' || index === 0)
      if (next !== undefined)
        words.push({ word: one + next, from: place, to: place + one.length + next.length })
      else if (isAlone) words.push({ word: one, from: place, to: place + one.length })
      place += one.length
    }
    at += run.length + 1
  }
  return words
}
