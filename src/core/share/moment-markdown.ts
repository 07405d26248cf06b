/** A run for an issue or an article: its program, and a table of what happened. */
import { markdownTable } from '../data/markdown-table.ts'
import { languageOf } from '../program/program-file.ts'
import { filesOf, type Program } from '../program/program.ts'

/** Rows that a table should have at most. */
export const MAX_ROWS = 300

export interface MomentMarkdown {
  readonly title: string
  /** Sentences below it, such as its server. */
  readonly about: readonly string[]
  readonly note: string
  readonly program: Program
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** How many more there are. */
  readonly left: number
  more(count: number): string
}

const FENCES = { javascript: 'js', html: 'html', nginx: 'nginx' } as const

export function momentMarkdown(moment: MomentMarkdown): string {
  const { title, about, note, program, header, rows, left, more } = moment
  const files = filesOf(program).map((file) => {
    const source = program[file] ?? ''
    return `**${file}**\n\n${fenced(source, FENCES[languageOf(file)])}`
  })
  return [
    `## ${title}`,
    ...about,
    ...(note === '' ? [] : [note.replace(/^/gmu, '> ')]),
    ...files,
    markdownTable(header, rows).trimEnd(),
    ...(left > 0 ? [more(left)] : []),
  ]
    .map((block) => `${block}\n`)
    .join('\n')
}

/** A fence that is longer than any within it. */
function fenced(source: string, language: string): string {
  const runs = [...source.matchAll(/`{3,}/gu)].map(([run]) => run.length)
  const fence = '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)))
  return `${fence}${language}\n${source.replace(/\n?$/u, '\n')}${fence}`
}
