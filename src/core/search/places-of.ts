/** What can be found of a lesson, of a case and of the glossary. */
import { askedOf, type Asked } from '../lesson/asked.ts'
import type { GlossaryIndex } from '../lesson/glossary-index.ts'
import type { LessonBlock, LessonNode, LessonText, ProseTag } from '../lesson/lesson-text.ts'
import { plainText } from '../lesson/plain-text.ts'
import { BETWEEN_CELLS } from './context.ts'
import type { WrittenPlace } from './search-file.ts'

/** @param at the index of its page. */
export function placesOfLesson(
  text: LessonText,
  asked: Asked,
  at: number,
): readonly WrittenPlace[] {
  return text.sections.map(({ id, title, content }) => {
    const reader = new SectionReader(text)
    if (id === '') reader.read(text.summary.replaceAll('`', ''))
    reader.readAll(content)
    return {
      at,
      id,
      heading: plainText(title),
      asked: askedOf(asked, id),
      ...reader.texts,
    }
  })
}

/** Of a case only what a reader sees before pointing: nothing may tell where the fault is. */
export function placesOfFault(text: LessonText, at: number): readonly WrittenPlace[] {
  const [opening] = text.sections
  const reader = new SectionReader(text)
  reader.read(text.summary.replaceAll('`', ''))
  reader.readAll((opening?.content ?? []).filter((node) => !isBlock(node)))
  return [{ at, id: '', heading: '', asked: [], ...reader.texts }]
}

export function placesOfGlossary(glossary: GlossaryIndex, at: number): readonly WrittenPlace[] {
  return glossary
    .flatMap(({ terms }) => terms)
    .map(({ id, term, also, meaning }) => ({
      at,
      id,
      heading: term,
      asked: also,
      text: meaning,
      beside: '',
    }))
}

const isBlock = (node: LessonNode) => typeof node !== 'string' && 'block' in node

/** A line of these is a line of the text. */
const LINES: ReadonlySet<ProseTag> = new Set([
  'p',
  'h2',
  'h3',
  'li',
  'blockquote',
  'tr',
  'aside',
  'hr',
  'ul',
  'ol',
  'table',
])

class SectionReader {
  readonly #help: Pick<LessonText, 'hints' | 'failures'>
  #text = ''
  #beside = ''

  constructor(help: Pick<LessonText, 'hints' | 'failures'>) {
    this.#help = help
  }

  get texts(): Pick<WrittenPlace, 'text' | 'beside'> {
    return { text: tidy(this.#text), beside: tidy(this.#beside) }
  }

  read(text: string): void {
    this.#text += `${text}\n`
  }

  readAll(nodes: readonly LessonNode[]): void {
    for (const node of nodes) this.#node(node)
  }

  #node(node: LessonNode): void {
    if (typeof node === 'string') this.#text += node
    else if ('block' in node) this.#block(node)
    else if ('tag' in node) {
      const { tag, children } = node
      if (tag === 'pre') return this.#hide(children)
      this.readAll(children)
      if (LINES.has(tag)) this.#text += '\n'
      if (tag === 'td' || tag === 'th') this.#text += BETWEEN_CELLS
      if (tag === 'br') this.#text += ' '
    } else {
      this.readAll(node.children)
      if ('figure' in node) this.#text += '\n'
    }
  }

  #block(block: LessonBlock): void {
    switch (block.block) {
      case 'run':
        this.readAll([...block.children, '\n', ...block.after])
        break
      case 'try':
        this.readAll([...block.children, '\n', ...block.after])
        this.#hide([block.sample])
        break
      case 'question':
        this.readAll([...block.title, '\n', ...block.children])
        this.#hide([...(block.sample === null ? [] : [block.sample]), ...block.after])
        this.#hide(Object.values(block.options).flat())
        break
      case 'task':
        this.readAll([...block.title, '\n', ...block.children])
        this.#hide(block.after)
        this.#hideHelp(block.id)
        break
      case 'recap':
      case 'more':
        this.readAll(block.children)
        break
      case 'point':
      case 'cause':
        break
    }
    this.#text += '\n'
  }

  /** Hints, and what is said of a program that fails. */
  #hideHelp(task: string): void {
    for (const { content } of this.#help.hints[task] ?? []) this.#hide(content)
  }

  #hide(nodes: readonly LessonNode[]): void {
    const reader = new SectionReader({ hints: {}, failures: {} })
    for (const node of nodes)
      if (typeof node !== 'string' && 'tag' in node && node.tag === 'pre')
        reader.read(plainText(node.children))
      else reader.readAll([node])
    const { text, beside } = reader.texts
    this.#beside += `${text}\n${beside}\n`
  }
}

function tidy(text: string): string {
  return text
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/(?: ·)? ?\n\s*/g, '\n')
    .trim()
}
