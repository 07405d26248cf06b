/**
 * Whether a text has a word, with edges that hold in every script. A regular expression's `\b` finds
 * no edge in `state_0` and none between Chinese characters.
 */

/** Scripts that put no space between words: a word may begin and end anywhere. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const LETTER = /^[\p{L}\p{M}]/u
const SMALL = /^\p{Ll}/u
const CAPITAL = /^\p{Lu}/u
const DIGIT = /^\p{Nd}/u

/**
 * Whether `text` contains `word` as a word of its own; capital letters do not count. An edge is where
 * two characters meet that are not both letters and not both digits, or where a capital letter
 * follows a small one: `0` is in `state_0` and in `State0`, not in `10`, `1.0` or `-0`.
 */
export function hasWord(text: string, word: string): boolean {
  if (word === '') return false
  const wanted = word.toLowerCase()
  const searched = text.toLowerCase()
  // Very few letters get longer in lower case; edges are then looked for in that form.
  const shown = searched.length === text.length ? text : searched
  for (let at = searched.indexOf(wanted); at !== -1; at = searched.indexOf(wanted, at + 1))
    if (isEdge(shown, at) && isEdge(shown, at + wanted.length) && isWholeNumber(shown, at, wanted))
      return true
  return false
}

function isEdge(text: string, at: number): boolean {
  const before = characterBefore(text, at)
  const after = characterAt(text, at)
  if (UNSPACED.test(before) || UNSPACED.test(after)) return true
  if (LETTER.test(before) && LETTER.test(after)) return SMALL.test(before) && CAPITAL.test(after)
  return !(DIGIT.test(before) && DIGIT.test(after))
}

/** A sign that belongs to a number: not the hyphen of `state-1`. */
const SIGN_OR_FRACTION = /(?:(?:^|[\s:=(,[])[-−]|\p{Nd}\.)$/u

/** Whether digits are a whole number: `1` is neither in `1.5` nor in `-1`. */
function isWholeNumber(text: string, at: number, word: string): boolean {
  const end = at + word.length
  if (DIGIT.test(word) && SIGN_OR_FRACTION.test(text.slice(0, at))) return false
  return !(DIGIT.test(characterBefore(word, word.length)) && /^\.\p{Nd}/u.test(text.slice(end)))
}

function characterAt(text: string, at: number): string {
  const point = text.codePointAt(at)
  return point === undefined ? '' : String.fromCodePoint(point)
}

function characterBefore(text: string, at: number): string {
  const [last = ''] = [...text.slice(Math.max(0, at - 2), at)].slice(-1)
  return last
}
