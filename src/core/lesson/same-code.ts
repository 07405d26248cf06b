import { tokenizer } from 'acorn'
import { languageOf, type ProgramFile } from '../program/program-file.ts'

/**
 * Whether two texts of a file differ in comments only.
 * @returns null, or the reason with the line of the second text.
 */
export function differenceInCode(
  file: ProgramFile,
  one: string,
  other: string,
): { readonly line: number; readonly reason: string } | null {
  const read = READERS[languageOf(file)]
  const [ours, theirs] = [read(one), read(other)]
  if (theirs.error !== undefined) return theirs.error
  const index = theirs.tokens.findIndex(({ text }, place) => text !== ours.tokens[place]?.text)
  const token = theirs.tokens[index]
  if (token === undefined && theirs.tokens.length === ours.tokens.length) return null
  return {
    line: token?.line ?? other.trimEnd().split('\n').length,
    reason: `differs from start/${file} in more than its comments: keep the code the same`,
  }
}

interface Read {
  readonly tokens: readonly { readonly text: string; readonly line: number }[]
  readonly error?: { readonly line: number; readonly reason: string }
}

function tokensOfScript(source: string): Read {
  const tokens: { text: string; line: number }[] = []
  try {
    const options = { ecmaVersion: 'latest', sourceType: 'module', locations: true } as const
    for (const { type, start, end, loc } of tokenizer(source, options))
      tokens.push({ text: `${type.label} ${source.slice(start, end)}`, line: loc?.start.line ?? 1 })
    return { tokens }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { tokens, error: { line: 1, reason: `is no JavaScript: ${error.message}` } }
  }
}

const blank = (comment: string) => comment.replace(/[^\n]/g, ' ')

/** Words of a page without its comments; of a script in it, without these too. */
const tokensOfPage = (source: string): Read =>
  wordsOf(source.replace(/<!--[\s\S]*?-->/g, blank).replace(/(?<=^[ \t]*)\/\/.*$/gm, blank))

const tokensOfConfig = (source: string): Read => wordsOf(source.replace(/(?<=^|\s)#.*$/gm, blank))

const READERS = { javascript: tokensOfScript, html: tokensOfPage, nginx: tokensOfConfig } as const

function wordsOf(code: string): Read {
  const tokens = code
    .split('\n')
    .flatMap((text, index) =>
      (text.match(/\S+/g) ?? []).map((word) => ({ text: word, line: index + 1 })),
    )
  return { tokens }
}
