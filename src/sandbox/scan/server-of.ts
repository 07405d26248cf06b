/** What a server program imports and declares, read from its tokens. */
import type { ServerImport } from '../../in-page-network/network.ts'
import { placesIn } from '../places.ts'
import { BEFORE_VALUE, type Token } from './tokens.ts'

interface ScannedServer {
  readonly imports: readonly ServerImport[]
  readonly declared: readonly string[]
  /** Indices of the imports' tokens. */
  readonly read: ReadonlySet<number>
  /** The source with nothing in the place of its imports. */
  readonly blanked: string
}

/** @returns null in doubt. */
export function serverOf(source: string, tokens: readonly Token[]): ScannedServer | null {
  const placeOf = placesIn(source)
  const imports: ServerImport[] = []
  const declared = new Set<string>()
  const read = new Set<number>()
  const pageNames = new Set<string>()
  let blanked = source
  let depth = 0

  const textAt = (index: number) => tokens[index]?.text ?? ''
  const isWord = (index: number) => tokens[index]?.kind === 'word'
  const isProperty = (index: number) =>
    textAt(index - 1) === '.' || textAt(index - 1) === '?.' || textAt(index + 1) === ':'

  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]
    if (token === undefined) return null
    if (token.pair > index) depth += 1
    else if (token.pair !== -1) depth -= 1
    if (depth === 0 && token.text === ',') return null
    if (token.kind !== 'word' || isProperty(index)) continue
    // What it gives `global` is found as a variable.
    if (/^global(?:This)?$/u.test(token.text)) return null
    if (OF_PAGES.has(token.text)) pageNames.add(token.text)
    switch (token.text) {
      case 'import': {
        const found = depth === 0 && token.isOnNewLine ? importAt(index) : null
        if (found === null) return null
        const { specifier, names, end } = found
        for (const { local } of names) declared.add(local)
        imports.push({ specifier, names, ...placeOf(token.start) })
        for (let part = index; part <= end; part += 1) read.add(part)
        const last = tokens[end]?.end ?? 0
        const text = source.slice(token.start, last)
        blanked = blanked.slice(0, token.start) + blank(text) + blanked.slice(last)
        index = end
        break
      }
      case 'var':
        // It belongs to the module, also from within a block.
        if (depth > 0) return null
        if (!declareAt(index + 1)) return null
        break
      case 'const':
      case 'let':
        if (depth === 0 && !declareAt(index + 1)) return null
        break
      case 'function': {
        if (depth > 0) break
        const isDeclared = isStatement(textAt(index - 1) === 'async' ? index - 1 : index)
        const name = textAt(index + 1) === '*' ? index + 2 : index + 1
        if (isDeclared === null || (isDeclared && !isWord(name))) return null
        if (isDeclared) declared.add(textAt(name))
      }
    }
  }
  // Each place where one is read is changed, which takes a parser.
  if ([...pageNames].some((name) => !declared.has(name))) return null
  return { imports, declared: [...declared], read, blanked }

  /** Whether a statement begins here, and no value goes on; null in doubt. */
  function isStatement(index: number): boolean | null {
    const before = tokens[index - 1]
    if (before === undefined || before.text === ';' || before.text === '}') return true
    if (DOUBTFUL.has(before.text)) return null
    const isValue = before.kind !== 'mark' || before.text === ')' || before.text === ']'
    return tokens[index]?.isOnNewLine === true && isValue
  }

  function declareAt(index: number): boolean {
    const token = tokens[index]
    if (token?.kind === 'word') {
      declared.add(token.text)
      return true
    }
    if (token?.text !== '{') return false
    const names = listIn(index)
    for (const name of names ?? []) declared.add(name.local)
    return names !== null && names.every(({ local, exported }) => local === exported)
  }

  function importAt(index: number) {
    const names: ServerImport['names'][number][] = []
    let next = index + 1
    if (isWord(next) && textAt(next) !== 'from') {
      names.push({ local: textAt(next), exported: 'default' })
      next += 1
      if (textAt(next) === ',') next += 1
    }
    if (textAt(next) === '*' && textAt(next + 1) === 'as' && isWord(next + 2)) {
      names.push({ local: textAt(next + 2), exported: null })
      next += 3
    } else if (textAt(next) === '{') {
      const list = listIn(next)
      if (list === null) return null
      names.push(...list)
      next = (tokens[next]?.pair ?? 0) + 1
    }
    if (next > index + 1) {
      if (textAt(next) !== 'from') return null
      next += 1
    }
    const specifier = tokens[next]
    if (specifier?.kind !== 'string' || specifier.text.includes('\\')) return null
    const after = tokens[next + 1]
    const isOver = after === undefined || after.text === ';' || after.isOnNewLine
    // What follows may say more of the import.
    if (!isOver || after?.text === 'with') return null
    const end = after?.text === ';' ? next + 1 : next
    return { specifier: specifier.text.slice(1, -1), names, end }
  }

  /** The names between braces: `{ a, b as c }`. */
  function listIn(open: number) {
    const names: { local: string; exported: string }[] = []
    const end = tokens[open]?.pair ?? 0
    for (let index = open + 1; index < end; index += 1) {
      const exported = textAt(index)
      if (!isWord(index)) return null
      if (textAt(index + 1) === 'as') index += 2
      names.push({ local: textAt(index), exported })
      if (!isWord(index)) return null
      index += 1
      if (index < end && textAt(index) !== ',') return null
    }
    return names
  }
}

/** Names of a page, and of CommonJS, that a server may ask for: each such place is changed. */
const OF_PAGES = new Set(
  'window document self navigator localStorage WebSocket require __dirname __filename'.split(' '),
)

/** A value may come after these, or a line may end with them. */
const DOUBTFUL = new Set([...BEFORE_VALUE, '++', '--'])

/** The same lines and columns, with nothing on them. */
const blank = (text: string) => text.replace(/[^\n\r]/g, ' ')
