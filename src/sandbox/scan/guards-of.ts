/**
 * Where the guards of a program go, read from its tokens. It knows the forms that programs commonly
 * have. In doubt, it says nothing, and a parser has to tell: `prepare-program.test.ts` holds that
 * the two never disagree.
 */
import type { Guard, GuardPlace } from '../guards.ts'
import type { GuardSite } from '../prepared-program.ts'
import { placesIn } from '../places.ts'
import type { Token } from './tokens.ts'

/** Words whose brackets may be followed by a block that is no function. */
const CONTROL = new Set('if for while switch catch'.split(' '))
/** Words before a block. */
const BEFORE_BLOCK = new Set('else try finally catch'.split(' '))
/** Classes have members of many forms; `with` and modules have rules of their own. */
const DOUBTFUL = new Set('class with import export enum debugger'.split(' '))

type Brace = 'block' | 'function' | 'async' | 'other'

export interface GuardsOptions {
  readonly source: string
  readonly tokens: readonly Token[]
  /** Whether `await` may be anywhere. */
  readonly isModule: boolean
  /** Indices of tokens that were read already: the imports. */
  readonly read: ReadonlySet<number>
}

/** @returns null in doubt. */
export function guardsOf({ source, tokens, isModule, read }: GuardsOptions): Guard[] | null {
  const placeOf = placesIn(source)
  const guards: Guard[] = []
  /** By index of the opening brace. */
  const braces = new Map<number, Brace>()
  /** Open braces; those of objects, patterns and lone blocks are the others. */
  const open: Brace[] = []
  /** Brackets of functions and statements, by index of the opening one. */
  const heads = new Set<number>()
  /** Indices of the `while` that ends a `do`. */
  const tails = new Set<number>()

  const textAt = (index: number) => tokens[index]?.text ?? ''
  const isWord = (index: number) => tokens[index]?.kind === 'word'
  const isProperty = (index: number) =>
    textAt(index - 1) === '.' || textAt(index - 1) === '?.' || textAt(index + 1) === ':'
  /** Whether an object's property may begin here. */
  const isFirstInProperty = (index: number) =>
    textAt(index - 1) === ',' || (textAt(index - 1) === '{' && open.at(-1) === 'other')
  const isAsync = (index: number) =>
    textAt(index) === 'async' && !isProperty(index) && tokens[index + 1]?.isOnNewLine === false

  const add = (kind: GuardSite['kind'], start: number, place: GuardPlace) => {
    guards.push({ kind, ...placeOf(tokens[start]?.start ?? 0), ...place })
  }
  /** @returns false in doubt. */
  const guardFunction = (start: number, body: number, async: boolean): boolean => {
    // It may be a directive.
    if (textAt(body) !== '{' || tokens[body + 1]?.kind === 'string') return false
    braces.set(body, async ? 'async' : 'function')
    add('function', start, { offset: tokens[body]?.end ?? 0, before: 'statements' })
    return true
  }
  const guardLoop = (start: number, body: number): boolean => {
    const token = tokens[body]
    if (token === undefined) return false
    if (token.text === '{') {
      braces.set(body, 'block')
      add('loop', start, { offset: token.end, before: 'statements' })
    } else add('loop', start, { offset: token.start, before: 'statement' })
    return true
  }

  const readFunction = (index: number): boolean => {
    const async = isAsync(index - 1)
    let head = index + 1
    if (textAt(head) === '*') head += 1
    if (isWord(head)) head += 1
    if (textAt(head) !== '(') return false
    heads.add(head)
    return guardFunction(async ? index - 1 : index, (tokens[head]?.pair ?? 0) + 1, async)
  }
  const readArrow = (index: number): boolean => {
    const last = tokens[index - 1]
    const first = last?.text === ')' ? last.pair : isWord(index - 1) ? index - 1 : -1
    const body = tokens[index + 1]
    if (first === -1 || body === undefined) return false
    const async = isAsync(first - 1)
    const start = async ? first - 1 : first
    if (body.text === '{') return guardFunction(start, index + 1, async)
    add('function', start, { offset: body.start, before: 'expression' })
    return true
  }
  /** A block after brackets that belong to no statement and no function yet: a method's. */
  const readMethod = (head: number, body: number): boolean => {
    const name = head - 1
    if (!isWord(name)) return false
    if (isFirstInProperty(name)) return guardFunction(name, body, false)
    return isAsync(name - 1) && isFirstInProperty(name - 1) && guardFunction(name - 1, body, true)
  }
  const readStatement = (index: number): boolean => {
    const word = textAt(index)
    if (word === 'do') {
      const end = tokens[index + 1]?.pair ?? -1
      if (textAt(index + 1) !== '{' || textAt(end + 1) !== 'while') return false
      tails.add(end + 1)
      return guardLoop(index, index + 1)
    }
    const isLoop = word === 'for' || word === 'while'
    const head = word === 'for' && textAt(index + 1) === 'await' ? index + 2 : index + 1
    if (CONTROL.has(word) && textAt(head) === '(') {
      // Or it is a method of this name.
      if (isFirstInProperty(index)) return false
      heads.add(head)
      const body = (tokens[head]?.pair ?? 0) + 1
      if (isLoop) return tails.has(index) || guardLoop(index, body)
      if (textAt(body) === '{') braces.set(body, 'block')
      return true
    }
    if (BEFORE_BLOCK.has(word) && textAt(index + 1) === '{') braces.set(index + 1, 'block')
    return !isLoop
  }

  const readToken = (token: Token, index: number): boolean => {
    switch (token.text) {
      case '{':
        open.push(braces.get(index) ?? 'other')
        return true
      case '${':
        open.push('block')
        return true
      case '}':
        open.pop()
        return true
      case '=>':
        return readArrow(index)
      case ')':
        return (
          textAt(index + 1) !== '{' || heads.has(token.pair) || readMethod(token.pair, index + 1)
        )
    }
    if (token.kind !== 'word' || isProperty(index)) return true
    if (token.text === 'function') return readFunction(index)
    if (token.text === 'await') {
      const inner = open.findLast((brace) => brace === 'function' || brace === 'async')
      return isModule || inner === 'async'
    }
    return !DOUBTFUL.has(token.text) && readStatement(index)
  }

  return tokens.every((token, index) => read.has(index) || readToken(token, index)) ? guards : null
}
