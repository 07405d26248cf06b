/** Reads Markdown into a tree of nodes, never into HTML. Anything unknown is an error at its line. */
import createMarkdown, { type Token } from 'markdown-it'
import {
  CONTAINER_KINDS,
  containers,
  type ContainerKind,
  type ContainerOpening,
} from './container.ts'
import { readFigure, type KnownFigures } from './figure-properties.ts'
import { joined } from './joined.ts'
import type { LessonNode, LessonSection, ProseTag } from './lesson.ts'
import { isSeamless } from './line-break.ts'
import { MarkdownError } from './markdown-error.ts'
import { predictionOf } from './prediction-block.ts'

/** Colours code: returns the children of its `code` element, or null for an unknown language. */
export type Highlight = (code: string, language: string) => readonly LessonNode[] | null

export interface MarkdownOptions {
  /** The line of the file that the text begins on, 1 by default. */
  readonly firstLine?: number
  readonly highlight?: Highlight
  /** Figures are checked against these; without them, properties stay as they are written. */
  readonly figures?: KnownFigures
}

/** A container with a name. Tasks and predictions are in the prose too, at their places. */
export interface TextBlock {
  readonly kind: Exclude<ContainerKind, 'figure' | 'note' | 'mistake'>
  readonly name: string
  readonly content: readonly LessonNode[]
  readonly line: number
  /** The ids of a prediction's options. */
  readonly options?: readonly string[]
}

/** A problem of a text: of its `line`, or of something missing (null). */
export interface TextProblem {
  readonly line: number | null
  readonly reason: string
}

export interface LessonMarkdown {
  readonly sections: readonly LessonSection[]
  readonly blocks: readonly TextBlock[]
  /** Every figure that is named, with its line. */
  readonly figures: readonly { readonly name: string; readonly line: number }[]
  /** Figures that do not exist, and properties that a figure does not have. */
  readonly problems: readonly TextProblem[]
}

const markdown = createMarkdown('commonmark', { html: false }).enable('table').use(containers)

const elements: Readonly<Record<string, ProseTag>> = {
  paragraph_open: 'p',
  heading_open: 'h3',
  bullet_list_open: 'ul',
  ordered_list_open: 'ol',
  list_item_open: 'li',
  blockquote_open: 'blockquote',
  strong_open: 'strong',
  em_open: 'em',
  link_open: 'a',
  table_open: 'table',
  thead_open: 'thead',
  tbody_open: 'tbody',
  tr_open: 'tr',
  th_open: 'th',
  td_open: 'td',
}

/** A heading's id at the end of its line: `## Four states {#four-states}`. */
const HEADING_ID = /\s*\{#([a-z][a-z0-9-]*)\}\s*$/

/** Where links may lead: the web, a section of this lesson, another lesson or a section of it. */
const LINK = /^(https:\/\/|#[a-z][a-z0-9-]*$|lesson:[a-z][a-z0-9-]*(#[a-z][a-z0-9-]*)?$)/

/**
 * Reads the text of a lesson, without its front matter.
 * @throws MarkdownError with the line of the first problem.
 */
export function parseLessonMarkdown(text: string, options: MarkdownOptions = {}): LessonMarkdown {
  return new Reader(markdown.parse(text, {}), options).read()
}

class Reader {
  readonly #tokens: readonly Token[]
  readonly #firstLine: number
  readonly #highlight: Highlight
  readonly #known: KnownFigures | undefined
  readonly #problems: TextProblem[] = []
  readonly #blocks: TextBlock[] = []
  readonly #figures: { name: string; line: number }[] = []
  #position = 0
  #line: number

  constructor(tokens: readonly Token[], options: MarkdownOptions) {
    this.#tokens = tokens
    this.#firstLine = options.firstLine ?? 1
    this.#line = this.#firstLine
    this.#highlight = options.highlight ?? ((code) => [code])
    this.#known = options.figures
  }

  read(): LessonMarkdown {
    const sections: { id: string; title: readonly LessonNode[]; content: LessonNode[] }[] = []
    let section = { id: '', title: [] as readonly LessonNode[], content: [] as LessonNode[] }
    sections.push(section)
    for (let token = this.#next(); token !== undefined; token = this.#next()) {
      if (token.type === 'heading_open' && token.tag === 'h2') {
        section = { ...this.#sectionHeading(sections.map(({ id }) => id)), content: [] }
        sections.push(section)
      } else section.content.push(...this.#block(token))
    }
    const [first, ...rest] = sections
    const written = first !== undefined && first.content.length === 0 ? rest : sections
    return {
      sections: written,
      blocks: this.#blocks,
      figures: this.#figures,
      problems: this.#problems,
    }
  }

  #next(): Token | undefined {
    const token = this.#tokens[this.#position]
    this.#position += 1
    if (token?.map) this.#line = this.#firstLine + token.map[0]
    return token
  }

  #fail(reason: string): never {
    throw new MarkdownError(this.#line, reason)
  }

  /** Everything up to the token that closes what was just opened. */
  #untilClose(type: string): LessonNode[] {
    const nodes: LessonNode[] = []
    for (let token = this.#next(); token !== undefined; token = this.#next()) {
      if (token.type === type) return nodes
      nodes.push(...this.#block(token))
    }
    return nodes
  }

  #block(token: Token): LessonNode[] {
    switch (token.type) {
      case 'inline':
        return this.#inline(token)
      case 'fence':
        return [this.#code(token)]
      case 'code_block':
        return this.#fail('code stands between ``` lines, with its language')
      case 'hr':
        return [{ tag: 'hr', attributes: {}, children: [] }]
      case 'container_open':
        return this.#container(token)
      default: {
        const tag = elements[token.type]
        if (tag === undefined) return this.#fail(`${token.type} is not used in lessons`)
        if (token.type === 'heading_open' && token.tag !== 'h3')
          this.#fail(`a heading is ## or ###, not ${token.markup}`)
        const children = this.#untilClose(token.type.replace('_open', '_close'))
        if (token.hidden) return children
        return [{ tag, attributes: {}, children }]
      }
    }
  }

  #sectionHeading(taken: readonly string[]): { id: string; title: readonly LessonNode[] } {
    const title = this.#untilClose('heading_close')
    const last = title.at(-1)
    const match = typeof last === 'string' ? HEADING_ID.exec(last) : null
    const [, id = ''] = match ?? []
    if (typeof last !== 'string' || match === null)
      return this.#fail('a ## heading ends in its id: ## Four states {#four-states}')
    if (taken.includes(id)) this.#fail(`there is a section #${id} already`)
    const rest = last.slice(0, match.index)
    return { id, title: rest === '' ? title.slice(0, -1) : [...title.slice(0, -1), rest] }
  }

  #code(token: Token): LessonNode {
    const language = token.info.trim()
    if (language === '') this.#fail('a code block names its language')
    const children = this.#highlight(token.content.replace(/\n$/, ''), language)
    if (children === null) return this.#fail(`code in ${language} cannot be highlighted`)
    const code: LessonNode = { tag: 'code', attributes: {}, children }
    return { tag: 'pre', attributes: { 'data-language': language }, children: [code] }
  }

  #container(token: Token): LessonNode[] {
    const line = this.#line
    // Only the rule in `container.ts` makes this token, and it writes this `meta`.
    const { opening, closed } = token.meta as { opening: ContainerOpening; closed: boolean }
    const kind = CONTAINER_KINDS.find((known) => known === opening.kind)
    if (kind === undefined)
      return this.#fail(`::: ${opening.kind} is not known; there are ${CONTAINER_KINDS.join(', ')}`)
    if (!closed) this.#fail(`::: ${kind} is not closed by a line :::`)
    if (opening.rest !== '') this.#fail(`${opening.rest} is neither a name nor key=value`)
    const { name, properties } = opening
    if (kind !== 'figure' && Object.keys(properties).length > 0)
      this.#fail(`::: ${kind} has no properties`)
    const content = this.#untilClose('container_close')
    this.#line = line
    switch (kind) {
      case 'figure':
        if (name === '') this.#fail('::: figure names a figure')
        this.#figures.push({ name, line })
        return [this.#figure(name, properties, content)]
      case 'note':
      case 'mistake':
        if (name !== '') this.#fail(`::: ${kind} has no name`)
        return [{ tag: 'aside', attributes: { 'data-kind': kind }, children: content }]
      default:
        if (name === '') this.#fail(`::: ${kind} names what it belongs to`)
        if (this.#blocks.some((block) => block.kind === kind && block.name === name))
          this.#fail(`there is a ::: ${kind} ${name} already`)
        return this.#namedBlock(kind, name, content)
    }
  }

  #figure(
    name: string,
    written: Readonly<Record<string, string>>,
    children: readonly LessonNode[],
  ): LessonNode {
    if (this.#known === undefined) return { figure: name, properties: written, children }
    const { values, reasons } = readFigure(this.#known, name, written)
    this.#problems.push(...reasons.map((reason) => ({ line: this.#line, reason })))
    return { figure: name, properties: values, children }
  }

  #namedBlock(kind: TextBlock['kind'], name: string, content: LessonNode[]): LessonNode[] {
    const block = { kind, name, content, line: this.#line }
    if (kind !== 'prediction') {
      this.#blocks.push(block)
      return kind === 'task' ? [{ block: kind, id: name, children: content }] : []
    }
    const prediction = predictionOf(name, content)
    if (typeof prediction === 'string') return this.#fail(prediction)
    this.#blocks.push({ ...block, options: Object.keys(prediction.options) })
    return [prediction]
  }

  #inline(parent: Token): LessonNode[] {
    const stack: { close: string; make: (children: LessonNode[]) => LessonNode }[] = []
    const levels: LessonNode[][] = [[]]
    const tokens = parent.children ?? []
    const add = (node: LessonNode) => levels.at(-1)?.push(node)
    for (const [index, token] of tokens.entries()) {
      const open = stack.at(-1)
      if (open !== undefined && token.type === open.close) {
        stack.pop()
        const children = joined(levels.pop() ?? [])
        add(open.make(children))
        continue
      }
      switch (token.type) {
        case 'text':
        case 'text_special':
          if (token.content !== '') add(token.content)
          break
        case 'code_inline':
          add({ tag: 'code', attributes: {}, children: [token.content] })
          break
        case 'softbreak': {
          const before = tokens[index - 1]?.content.at(-1) ?? ''
          const after = tokens[index + 1]?.content.at(0) ?? ''
          if (!isSeamless(before, after)) add(' ')
          break
        }
        case 'hardbreak':
          add({ tag: 'br', attributes: {}, children: [] })
          break
        default: {
          const tag = elements[token.type]
          if (tag === undefined) return this.#fail(`${token.type} is not used in lessons`)
          const attributes = tag === 'a' ? { href: this.#href(token) } : {}
          stack.push({
            close: token.type.replace('_open', '_close'),
            make: (children) => ({ tag, attributes, children }),
          })
          levels.push([])
        }
      }
    }
    return joined(levels[0] ?? [])
  }

  #href(token: Token): string {
    const href = String(token.attrGet('href') ?? '')
    if (!LINK.test(href))
      this.#fail(`a link goes to https://…, #section or lesson:slug, not ${href}`)
    return href
  }
}
