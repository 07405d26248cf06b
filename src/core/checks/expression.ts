/**
 * Which regular expressions a check may use. A lesson may come from a stranger, and its expressions
 * run on the page over texts that a program chose, so only expressions that cannot take long pass.
 */

const MAX_LENGTH = 200
/** In the worst case, each repetition multiplies the steps by the length of the text. */
const MAX_REPETITIONS = 1

/** Why a source is not allowed as an expression; null if it is allowed. */
export function problemOfExpression(source: string): string | null {
  if (source.length > MAX_LENGTH) return `an expression has at most ${MAX_LENGTH} characters`
  try {
    new RegExp(source, 'iu')
  } catch (error) {
    return error instanceof Error ? error.message : 'not a regular expression'
  }
  if (/(?<!\\)(?:\\\\)*\\b/i.test(source))
    return 'an expression has no \\b, which knows no edge in state_0 or between Chinese words; say word instead'
  const outside = source.replace(/\\[\s\S]/g, (pair) => (/\\[1-9k]/.test(pair) ? '\u0000' : '_'))
  if (outside.includes('\u0000')) return 'an expression refers back to no group'
  const plain = outside.replace(/\[[^\]]*\]/g, '_')
  if (/\(\?[=!<]/.test(plain)) return 'an expression looks neither ahead nor behind'
  if (/\)[*+{]/.test(plain)) return 'an expression repeats no group'
  const repetitions = plain.match(/[*+{]/g)?.length ?? 0
  if (repetitions > MAX_REPETITIONS) return 'an expression has at most one of *, + and {}'
  return null
}
