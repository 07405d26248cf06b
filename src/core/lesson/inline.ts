/** Reads what stands in a line: text, code, emphasis and links of every kind. */
import type { Token } from 'markdown-it'
import { PROGRAM_FILES } from '../program/program-file.ts'
import { joined } from './joined.ts'
import type { LessonNode, ProseTag } from './lesson-text.ts'
import { isSeamless } from './line-break.ts'
import { MarkdownError } from './markdown-error.ts'
import type { WalkItem, WordsRole } from './walk.ts'

const elements: Readonly<Record<string, ProseTag>> = {
  strong_open: 'strong',
  em_open: 'em',
}

/** Where links may lead, besides looks and terms: the web, a section, a lesson, a file. */
const LINK = new RegExp(
  '^(https://|#[a-z][a-z0-9-]*$|lesson:[a-z][a-z0-9-]*(#[a-z][a-z0-9-]*)?$|' +
    `file:(${PROGRAM_FILES.join('|').replaceAll('.', '\\.')})$)`,
)
const LOOK = /^look:([a-z][a-z0-9-]*)$/
const TERM = /^term:([a-z][a-z0-9-]*)$/

interface Open {
  readonly close: string
  readonly isLink: boolean
  readonly make: (children: LessonNode[]) => LessonNode
}

const hasWords = ({ content }: Token): boolean => content !== ''

/**
 * @param firstLine of the file, on which the text begins.
 * @param walk gets what a reader meets.
 * @throws MarkdownError
 */
export function readInline(
  parent: Token,
  firstLine: number,
  role: WordsRole,
  walk: WalkItem[],
): LessonNode[] {
  const stack: Open[] = []
  const levels: LessonNode[][] = [[]]
  const tokens = parent.children ?? []
  let line = firstLine
  const add = (node: LessonNode) => levels.at(-1)?.push(node)
  const meet = (text: string, as: WordsRole) => walk.push({ kind: 'words', role: as, text, line })
  const roleHere = () => (stack.some(({ isLink }) => isLink) ? 'link' : role)
  for (const [index, token] of tokens.entries()) {
    const open = stack.at(-1)
    if (open !== undefined && token.type === open.close) {
      stack.pop()
      add(open.make(joined(levels.pop() ?? [])))
      continue
    }
    switch (token.type) {
      case 'text':
      case 'text_special':
        if (token.content === '') break
        add(token.content)
        meet(token.content, roleHere())
        break
      case 'code_inline':
        add({ tag: 'code', attributes: {}, children: [token.content] })
        meet(token.content, 'code')
        break
      case 'softbreak': {
        // Where a link begins or ends, its words are what stands beside the break.
        const before = tokens.slice(0, index).findLast(hasWords)?.content.at(-1) ?? ''
        const after =
          tokens
            .slice(index + 1)
            .find(hasWords)
            ?.content.at(0) ?? ''
        if (!isSeamless(before, after)) {
          add(' ')
          meet(' ', roleHere())
        }
        line += 1
        break
      }
      case 'hardbreak':
        add({ tag: 'br', attributes: {}, children: [] })
        walk.push({ kind: 'gap' })
        line += 1
        break
      default:
        stack.push(token.type === 'link_open' ? link(token, line, walk) : element(token, line))
        levels.push([])
    }
  }
  walk.push({ kind: 'gap' })
  return joined(levels[0] ?? [])
}

function element(token: Token, line: number): Open {
  const tag = elements[token.type]
  if (tag === undefined) throw new MarkdownError(line, `${token.type} is not used in lessons`)
  return {
    close: token.type.replace('_open', '_close'),
    isLink: false,
    make: (children) => ({ tag, attributes: {}, children }),
  }
}

function link(token: Token, line: number, walk: WalkItem[]): Open {
  const open = { close: 'link_close', isLink: true }
  const href = String(token.attrGet('href') ?? '')
  const [, look] = LOOK.exec(href) ?? []
  if (look !== undefined) {
    walk.push({ kind: 'stop', stop: 'look', id: look, line })
    return { ...open, make: (children) => ({ look, children }) }
  }
  const [, term] = TERM.exec(href) ?? []
  if (term !== undefined) {
    walk.push({ kind: 'term', id: term, line })
    const attributes = { 'data-term': term }
    return { ...open, make: (children) => ({ tag: 'dfn', attributes, children }) }
  }
  if (!LINK.test(href))
    throw new MarkdownError(
      line,
      `a link goes to https://…, #section, lesson:slug, look:id, term:id or file:server.js, not ${href}`,
    )
  return { ...open, make: (children) => ({ tag: 'a', attributes: { href }, children }) }
}
