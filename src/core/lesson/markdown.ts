/** Reads Markdown into a tree of nodes, never into HTML. Anything unknown is an error at its line. */
import type { Token } from 'markdown-it'
import { PROGRAM_FILES, languageOf, type ProgramFile } from '../program/program-file.ts'
import { BlockReader, tokensOf, type MarkdownOptions } from './block-reader.ts'
import { linesOf } from './code-lines.ts'
import { CONTAINER_KINDS, type ContainerOpening } from './container.ts'
import { readFigure } from './figure-properties.ts'
import type { LessonNode, LessonSection, ProseElement } from './lesson-text.ts'
import { optionsOf } from './question-options.ts'
import type { StopKind, TextProblem, WalkItem, WordsRole } from './walk.ts'

export interface LessonMarkdown {
  readonly sections: readonly LessonSection[]
  /** What a reader meets, in this order. */
  readonly walk: readonly WalkItem[]
  /** By question: the ids of its options, and its line. */
  readonly questions: ReadonlyMap<
    string,
    { readonly line: number; readonly options: readonly string[] }
  >
  /** Figures that do not exist, properties that a figure does not have, samples that are not there. */
  readonly problems: readonly TextProblem[]
}

/** A heading's id at the end of its line: `## Four states {#four-states}`. */
const HEADING_ID = /\s*\{#([a-z][a-z0-9-]*)\}\s*$/

/** The properties that blocks have, besides figures. */
const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  try: ['file', 'lines'],
  predict: ['file', 'lines'],
  task: ['file'],
}

/** Blocks that `---` may part. */
const PARTED: readonly string[] = ['run', 'try', 'predict', 'task', 'cause']

/**
 * Reads the text of a lesson, without its front matter.
 * @throws MarkdownError with the line of the first problem.
 */
export function parseLessonMarkdown(text: string, options: MarkdownOptions = {}): LessonMarkdown {
  return new Reader(tokensOf(text), options).read()
}

class Reader extends BlockReader {
  readonly #options: MarkdownOptions
  readonly #problems: TextProblem[] = []
  readonly #questions = new Map<string, { line: number; options: readonly string[] }>()

  constructor(tokens: readonly Token[], options: MarkdownOptions) {
    super(tokens, options)
    this.#options = options
  }

  read(): LessonMarkdown {
    const sections: { id: string; title: readonly LessonNode[]; content: LessonNode[] }[] = []
    let section = { id: '', title: [] as readonly LessonNode[], content: [] as LessonNode[] }
    sections.push(section)
    for (let token = this.next(); token !== undefined; token = this.next()) {
      if (token.type === 'heading_open' && token.tag === 'h2') {
        section = { ...this.#sectionHeading(sections.map(({ id }) => id)), content: [] }
        sections.push(section)
      } else section.content.push(...this.block(token))
    }
    const [first, ...rest] = sections
    return {
      sections: first !== undefined && first.content.length === 0 ? rest : sections,
      walk: this.walk,
      questions: this.#questions,
      problems: this.#problems,
    }
  }

  protected override block(token: Token, role: WordsRole = 'prose'): LessonNode[] {
    return token.type === 'container_open' ? this.#container(token) : super.block(token, role)
  }

  #sectionHeading(taken: readonly string[]): { id: string; title: readonly LessonNode[] } {
    const { line } = this
    const words = this.walk.length
    const title = this.untilClose('heading_close', 'heading')
    const last = title.at(-1)
    const match = typeof last === 'string' ? HEADING_ID.exec(last) : null
    const [, id = ''] = match ?? []
    if (typeof last !== 'string' || match === null)
      return this.fail('a ## heading ends in its id: ## Four states {#four-states}')
    if (taken.includes(id)) this.fail(`there is a section #${id} already`)
    if (id === TOP) this.fail(`no section is called ${TOP}: that is what stands before the first`)
    const rest = last.slice(0, match.index)
    const read = this.walk.splice(words)
    this.walk.push({ kind: 'section', id, line })
    for (const item of read)
      this.walk.push(
        item.kind === 'words' ? { ...item, text: item.text.replace(HEADING_ID, '') } : item,
      )
    return { id, title: rest === '' ? title.slice(0, -1) : [...title.slice(0, -1), rest] }
  }

  #container(token: Token): LessonNode[] {
    const { line } = this
    // Only the rule in `container.ts` makes this token, and it writes this `meta`.
    const { opening, closed } = token.meta as { opening: ContainerOpening; closed: boolean }
    const { name, properties, rest } = opening
    const kind = CONTAINER_KINDS.find((known) => known === opening.kind)
    if (kind === undefined)
      return this.fail(`::: ${opening.kind} is not known; there are ${CONTAINER_KINDS.join(', ')}`)
    if (!closed) this.fail(`::: ${kind} is not closed by a line :::`)
    if (rest !== '') this.fail(`${rest} is neither a name nor key=value`)
    const known = PROPERTIES[kind] ?? []
    const strange = Object.keys(properties).find((key) => !known.includes(key))
    if (kind !== 'figure' && strange !== undefined)
      this.fail(
        known.length === 0
          ? `::: ${kind} has no properties: take ${strange}=… away`
          : `::: ${kind} has no ${strange}=, only ${known.map((key) => `${key}=`).join(' and ')}`,
      )
    const isNamed = kind === 'figure' || kind === 'earlier' || known.length > 0
    if (isNamed && name === '') this.fail(`::: ${kind} names what it is: ::: ${kind} some-name`)
    if (!isNamed && name !== '') this.fail(`::: ${kind} has no name: take ${name} away`)

    switch (kind) {
      case 'note':
      case 'mistake':
      case 'recap': {
        this.walk.push({ kind: 'aside', aside: kind, line })
        const children = this.#parts(kind).before
        return kind === 'recap'
          ? [{ block: kind, children }]
          : [{ tag: 'aside', attributes: { 'data-kind': kind }, children }]
      }
      case 'earlier': {
        this.walk.push({ kind: 'aside', aside: kind, line })
        // The earlier lesson is not known here.
        return [{ block: kind, slug: name, questions: [], children: this.#parts(kind).before }]
      }
      case 'figure': {
        const { before } = this.#stop('figure', name, () => this.#parts(kind))
        return [this.#figure(name, properties, before, line)]
      }
      case 'more':
        return [{ block: kind, children: this.#stop('more', '', () => this.#parts(kind)).before }]
      case 'run': {
        const { before, after } = this.#stop('run', '', () => this.#parts(kind))
        return [{ block: kind, children: before, after }]
      }
      case 'try':
        return this.#stop('try', name, () => {
          const sample = this.#sample(name, properties)
          const { before, after } = this.#parts(kind)
          return [{ block: 'try', id: name, children: before, sample, after }]
        })
      case 'predict':
        return this.#stop('question', name, () => this.#question(name, properties, line))
      case 'point':
        return [{ block: kind, children: this.#stop('point', '', () => this.#parts(kind)).before }]
      case 'cause':
        return this.#stop('cause', '', () => {
          const { before, after } = this.#parts(kind)
          const { children, options } = this.#optionsOf('cause', before, line)
          return [{ block: kind, children, options, after }]
        })
      case 'task':
        return this.#stop('task', name, () => {
          const file = this.#programFile(properties)
          const title = this.#title(kind)
          const { before, after } = this.#parts(kind)
          return [{ block: 'task', id: name, title, file, children: before, after }]
        })
    }
  }

  #stop<T>(stop: StopKind, id: string, read: () => T): T {
    this.walk.push({ kind: 'stop', stop, id, line: this.line })
    const result = read()
    this.walk.push({ kind: 'end' })
    return result
  }

  /** What stands before and after the line `---`. */
  #parts(kind: string): { readonly before: LessonNode[]; readonly after: LessonNode[] } {
    const { line } = this
    const before = this.untilClose('container_close', 'prose', 'container_split')
    if (this.closed === 'container_close') return { before, after: [] }
    if (!PARTED.includes(kind))
      this.fail(`nothing comes after the others in ::: ${kind}: no line ---`)
    this.walk.push({ kind: 'after' })
    const after = this.untilClose('container_close', 'prose', 'container_split')
    if (this.closed === 'container_split') this.fail('one line --- is enough')
    this.line = line
    return { before, after }
  }

  #title(kind: string): readonly LessonNode[] {
    const token = this.peek()
    if (token?.type !== 'heading_open' || token.tag !== 'h3')
      return this.fail(`a ::: ${kind} begins with its title: ### Say goodbye`)
    this.next()
    return this.untilClose('heading_close', 'heading')
  }

  #question(id: string, properties: Readonly<Record<string, string>>, line: number): LessonNode[] {
    const about = this.#options.tryOf?.get(id)
    if (about === undefined && Object.keys(properties).length > 0)
      this.fail(`only a question about a try shows a sample: its run in lesson.yaml is not try:…`)
    const sample =
      about === undefined ? null : this.#stop('try', about, () => this.#sample(about, properties))
    const title = this.#title('predict')
    const { before, after } = this.#parts('predict')
    const { children, options } = this.#optionsOf(id, before, line)
    return [{ block: 'question', id, title, children, sample, options, after }]
  }

  /** The options at the end of a question about what happens, or about the cause of a fault. */
  #optionsOf(id: string, before: readonly LessonNode[], line: number) {
    const read = optionsOf(before)
    if ('reason' in read) return this.fail(read.reason, line)
    if (this.#questions.has(id)) this.fail(`there is a question ${id} already`, line)
    this.#questions.set(id, { line, options: read.names })
    return read
  }

  /** The lines of a try that are shown. */
  #sample(id: string, properties: Readonly<Record<string, string>>): ProseElement {
    const file = this.#programFile(properties)
    const source = this.#options.tries?.get(id)?.[file]
    if (source === undefined) {
      // A try that is not listed, or has no program, is a problem of lesson.yaml or of the folder.
      if (this.#options.tries?.has(id))
        this.#problems.push({ line: this.line, reason: `the try ${id} has no ${file}` })
      return this.codeElement('', 'text', undefined)
    }
    const lines = linesOf(source, properties['lines'])
    if ('reason' in lines) this.fail(lines.reason)
    const of = languageOf(file)
    const language = of === 'javascript' ? 'js' : of
    return this.codeElement(lines.code, language, file === 'client.js' ? undefined : file)
  }

  #programFile(properties: Readonly<Record<string, string>>): ProgramFile {
    const { file: name = 'client.js' } = properties
    const file = PROGRAM_FILES.find((known) => known === name)
    return file ?? this.fail(`file=${name} is not one of ${PROGRAM_FILES.join(', ')}`)
  }

  #figure(
    name: string,
    written: Readonly<Record<string, string>>,
    children: readonly LessonNode[],
    line: number,
  ): LessonNode {
    const { figures } = this.#options
    if (figures === undefined) return { figure: name, properties: written, children }
    const { values, reasons } = readFigure(figures, name, written)
    this.#problems.push(...reasons.map((reason) => ({ line, reason })))
    return { figure: name, properties: values, children }
  }
}

/** The name, among versions of sections, of what stands before the first heading. */
export const TOP = 'top'
