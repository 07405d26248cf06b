/** Reads the parts of Markdown that walks and help files share: paragraphs, lists, tables, code. */
import createMarkdown, { type Token } from 'markdown-it'
import type { Program } from '../program/program.ts'
import { asLines, withoutMarks } from './code-lines.ts'
import { containers } from './container.ts'
import type { KnownFigures } from './figure-properties.ts'
import { readInline } from './inline.ts'
import type { LessonNode, ProseElement, ProseTag } from './lesson-text.ts'
import { MarkdownError } from './markdown-error.ts'
import type { WalkItem, WordsRole } from './walk.ts'

/** Colours code: returns the children of its `code` element, or null for an unknown language. */
export type Highlight = (code: string, language: string) => readonly LessonNode[] | null

export interface MarkdownOptions {
  /** The line of the file that the text begins on, 1 by default. */
  readonly firstLine?: number
  readonly highlight?: Highlight
  /** Figures are checked against these; without them, properties stay as they are written. */
  readonly figures?: KnownFigures
  /** The programs of the lesson's tries, by id. */
  readonly tries?: ReadonlyMap<string, Program>
  /** By question: the try that it is about and holds. */
  readonly tryOf?: ReadonlyMap<string, string>
}

const markdown = createMarkdown('commonmark', { html: false })
  .enable('table')
  // A line `---` parts a block; a heading is written with `##`.
  .disable('lheading')
  .use(containers)
const isSafe = markdown.validateLink.bind(markdown)
// `file:server.js` is a file of the reader's program, never one of the reader's disk.
markdown.validateLink = (url) => /^file:[a-z.]+$/.test(url) || isSafe(url)

const elements: Readonly<Record<string, ProseTag>> = {
  paragraph_open: 'p',
  heading_open: 'h3',
  bullet_list_open: 'ul',
  ordered_list_open: 'ol',
  list_item_open: 'li',
  blockquote_open: 'blockquote',
  table_open: 'table',
  thead_open: 'thead',
  tbody_open: 'tbody',
  tr_open: 'tr',
  th_open: 'th',
  td_open: 'td',
}

export function tokensOf(text: string): readonly Token[] {
  return markdown.parse(text, {})
}

/** Reads tokens one after the other, down to the end of what is open. */
export class BlockReader {
  readonly walk: WalkItem[] = []
  readonly #tokens: readonly Token[]
  readonly #firstLine: number
  readonly #highlight: Highlight
  #position = 0
  /** Of the file, from 1: where the last token began. */
  protected line: number

  constructor(tokens: readonly Token[], { firstLine = 1, highlight }: MarkdownOptions) {
    this.#tokens = tokens
    this.#firstLine = firstLine
    this.line = firstLine
    this.#highlight = highlight ?? ((code) => [code])
  }

  protected peek(): Token | undefined {
    return this.#tokens[this.#position]
  }

  protected next(): Token | undefined {
    const token = this.peek()
    this.#position += 1
    if (token?.map) this.line = this.#firstLine + token.map[0]
    return token
  }

  protected fail(reason: string, line = this.line): never {
    throw new MarkdownError(line, reason)
  }

  /** Everything up to the token that closes what was just opened, or the `other` one. */
  protected untilClose(type: string, role: WordsRole = 'prose', other = type): LessonNode[] {
    const nodes: LessonNode[] = []
    for (let token = this.next(); token !== undefined; token = this.next()) {
      if (token.type === type || token.type === other) {
        this.closed = token.type
        return nodes
      }
      nodes.push(...this.block(token, role))
    }
    return nodes
  }
  /** The type of the token that closed what was last read. */
  protected closed = ''

  protected block(token: Token, role: WordsRole = 'prose'): LessonNode[] {
    switch (token.type) {
      case 'inline':
        return readInline(token, this.line, role, this.walk)
      case 'fence':
        return [this.#fence(token)]
      case 'code_block':
        return this.fail('code stands between ``` lines, with its language')
      case 'hr':
        return [{ tag: 'hr', attributes: {}, children: [] }]
      default: {
        const tag = elements[token.type]
        if (tag === undefined) return this.fail(`${token.type} is not used in lessons`)
        if (token.type === 'heading_open' && token.tag !== 'h3')
          this.fail(
            token.tag === 'h2'
              ? 'a block has no ## heading; where a line --- is meant, put an empty line before it'
              : `a heading is ## or ###, not ${token.markup}`,
          )
        const children = this.untilClose(
          token.type.replace('_open', '_close'),
          token.type === 'heading_open' ? 'heading' : role,
        )
        return token.hidden ? children : [{ tag, attributes: {}, children }]
      }
    }
  }

  #fence(token: Token): LessonNode {
    const [language = '', ...words] = token.info.trim().split(/\s+/)
    if (language === '') this.fail('a code block names its language')
    const [file, ...rest] = words
    const name = file === undefined ? undefined : /^file=(.+)$/.exec(file)?.[1]
    if ((file !== undefined && name === undefined) || rest.length > 0)
      this.fail(`after the language comes file=…, not ${words.join(' ')}`)
    const { code, fresh } = withoutMarks(token.content.replace(/\n$/, ''))
    // The lines of an archive are as long as they are: they wrap.
    const isArchive = name?.endsWith('.har') === true
    if (!isArchive) this.walk.push({ kind: 'fence', text: code, line: this.line + 1 })
    return this.codeElement(code, language, name, fresh)
  }

  protected codeElement(
    code: string,
    language: string,
    file: string | undefined,
    fresh: ReadonlySet<number> = new Set(),
  ): ProseElement {
    const coloured = this.#highlight(code, language)
    if (coloured === null) return this.fail(`code in ${language} cannot be highlighted`)
    const children = fresh.size > 0 ? asLines(coloured, fresh) : coloured
    return {
      tag: 'pre',
      attributes: {
        'data-language': language,
        ...(file === undefined ? {} : { 'data-file': file }),
      },
      children: [{ tag: 'code', attributes: {}, children }],
    }
  }
}
