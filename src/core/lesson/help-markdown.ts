/**
 * Reads `<locale>.help.md`: by task, hints in the order in which they are offered, and failures;
 * under `## worlds`, what is different in each other world; and for a case of find the fault, under
 * `## says` and `## causes`, what is answered to a reader who is wrong.
 */
import type { Token } from 'markdown-it'
import type { Hint, LessonNode } from './lesson-text.ts'
import { BlockReader, tokensOf, type MarkdownOptions } from './block-reader.ts'
import { textOfItem } from './list-item.ts'
import type { TextProblem } from './walk.ts'

export interface FailureText {
  /** `check` or `check/mistake`. */
  readonly name: string
  readonly content: readonly LessonNode[]
  readonly line: number
}

export interface TaskHelp {
  readonly task: string
  readonly line: number
  readonly hints: readonly (Hint & { readonly line: number })[]
  readonly failures: readonly FailureText[]
}

/** What is said of something by its id: of a world, “with a server that sends 4001 to /drop”. */
export interface NamedText {
  readonly id: string
  readonly content: readonly LessonNode[]
  readonly line: number
}

export interface HelpMarkdown {
  readonly worlds: readonly NamedText[]
  /** Of a case: by an event that is easily taken for the fault, what it really says. */
  readonly says: readonly NamedText[]
  /** Of a case: by cause, why it is not this one. */
  readonly causes: readonly NamedText[]
  readonly tasks: readonly TaskHelp[]
  readonly problems: readonly TextProblem[]
}

/** Headings that are no tasks, with the word that an item below them begins with. */
const NAMED = { worlds: 'world', says: 'event', causes: 'cause' } as const
type Named = keyof typeof NAMED
/** `world swapped: `. */
const NAMED_ITEM = /^([a-z]+) ([a-z][a-z0-9-]*):\s*/
/** `hint two-arguments: `, `failure normal/bare: `. */
const ITEM = /^(?:hint ([a-z][a-z0-9-]*)|failure ([a-z][a-z0-9-]*(?:\/[a-z][a-z0-9-]*)?)):\s*/

/**
 * Reads a help file, without its front matter.
 * @throws MarkdownError with the line of the first problem.
 */
export function parseHelp(text: string, options: MarkdownOptions = {}): HelpMarkdown {
  return new HelpReader(tokensOf(text), options).read()
}

class HelpReader extends BlockReader {
  readonly #tasks: (TaskHelp & { hints: TaskHelp['hints'][number][]; failures: FailureText[] })[] =
    []
  readonly #named: Record<Named, NamedText[]> = { worlds: [], says: [], causes: [] }
  readonly #problems: TextProblem[] = []
  /** Below `## worlds` and the like. */
  #about: Named | null = null

  read(): HelpMarkdown {
    for (let token = this.next(); token !== undefined; token = this.next()) {
      if (token.type === 'heading_open' && token.tag === 'h2') this.#heading()
      else if (token.type === 'bullet_list_open') this.#list()
      else
        this.fail(
          'a help file has ## <task> and below it a list: - hint <id>: … and - failure <check>: …',
        )
    }
    for (const item of this.walk)
      if (item.kind === 'stop')
        this.#problems.push({ line: item.line, reason: 'a look is in the walk, not in its help' })
      else if (item.kind === 'term')
        this.#problems.push({ line: item.line, reason: 'a term is marked in the walk, not here' })
    return { ...this.#named, tasks: this.#tasks, problems: this.#problems }
  }

  #heading(): void {
    const { line } = this
    const [task] = this.untilClose('heading_close')
    if (typeof task !== 'string' || !/^[a-z][a-z0-9-]*$/.test(task))
      return this.fail('a heading of a help file is the id of a task: ## say-goodbye')
    this.#about = isNamed(task) ? task : null
    if (this.#about !== null) return
    if (this.#tasks.some((known) => known.task === task)) this.fail(`there is a ## ${task} already`)
    this.#tasks.push({ task, line, hints: [], failures: [] })
  }

  #list(): void {
    for (let token = this.next(); token !== undefined; token = this.next()) {
      if (token.type === 'bullet_list_close') return
      if (token.type === 'list_item_open') this.#item(token)
    }
  }

  #item(open: Token): void {
    const { line } = this
    if (this.#about !== null) return this.#namedItem(open, this.#about, line)
    const help = this.#tasks.at(-1)
    if (help === undefined)
      return this.fail('a help file begins with the id of a task: ## say-goodbye')
    const content = textOfItem(this.untilClose(open.type.replace('_open', '_close')))
    const [first, ...rest] = content
    const [start, hint, failure] = (typeof first === 'string' ? ITEM.exec(first) : null) ?? []
    if (typeof first !== 'string' || start === undefined)
      return this.fail('an item begins with - hint <id>: or - failure <check>/<mistake>:', line)
    const text = [first.slice(start.length), ...rest]
    if (hint !== undefined) {
      if (help.hints.some(({ id }) => id === hint))
        this.fail(`there is a hint ${hint} already`, line)
      help.hints.push({ id: hint, content: text, line })
    } else {
      const name = failure ?? ''
      if (this.#tasks.some(({ failures }) => failures.some((known) => known.name === name)))
        this.fail(`there is a failure ${name} already`, line)
      help.failures.push({ name, content: text, line })
    }
  }

  /** @param line of the item. */
  #namedItem(open: Token, about: Named, line: number): void {
    const content = textOfItem(this.untilClose(open.type.replace('_open', '_close')))
    const [first, ...rest] = content
    const kind = NAMED[about]
    const [start, word, id = ''] = (typeof first === 'string' ? NAMED_ITEM.exec(first) : null) ?? []
    if (typeof first !== 'string' || start === undefined || word !== kind)
      return this.fail(`an item of ## ${about} begins with - ${kind} <id>:`, line)
    if (this.#named[about].some((known) => known.id === id))
      this.fail(`there is a ${kind} ${id} already`, line)
    this.#named[about].push({ id, content: [first.slice(start.length), ...rest], line })
  }
}

function isNamed(heading: string): heading is Named {
  return Object.hasOwn(NAMED, heading)
}
