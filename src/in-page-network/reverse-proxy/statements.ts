/** Reads the text of an `nginx.conf` as statements, whatever they mean. */
import { refusedAt } from './config-error.ts'

export interface Statement {
  readonly name: string
  readonly parameters: readonly string[]
  /** Of its name, from 1. */
  readonly line: number
  /** Where its `;` or `{` is: nginx names this line when it refuses the parameters. */
  readonly endLine: number
  readonly block: readonly Statement[] | null
}

interface Token {
  /** Marks are never quoted, so a quoted `;` is a word. */
  readonly kind: 'word' | ';' | '{' | '}'
  readonly text: string
  readonly line: number
}

/** @throws ConfigError */
export function readStatements(text: string): readonly Statement[] {
  const reader = new StatementReader(tokensOf(text), text.split('\n').length)
  return reader.block(false)
}

class StatementReader {
  readonly #tokens: readonly Token[]
  readonly #lastLine: number
  #at = 0

  constructor(tokens: readonly Token[], lastLine: number) {
    this.#tokens = tokens
    this.#lastLine = lastLine
  }

  block(isNested: boolean): readonly Statement[] {
    const statements: Statement[] = []
    for (;;) {
      const token = this.#tokens[this.#at]
      if (token === undefined) {
        if (isNested) throw endOfFile('"}"', this.#lastLine)
        return statements
      }
      this.#at += 1
      if (token.kind === '}' && isNested) return statements
      if (token.kind !== 'word') throw refusedAt(`unexpected "${token.kind}"`, token.line)
      statements.push(this.#statement(token))
    }
  }

  #statement({ text: name, line }: Token): Statement {
    const parameters: string[] = []
    for (;;) {
      const token = this.#tokens[this.#at]
      if (token === undefined) throw endOfFile('";" or "}"', this.#lastLine)
      this.#at += 1
      switch (token.kind) {
        case 'word':
          parameters.push(token.text)
          break
        case ';':
          return { name, parameters, line, endLine: token.line, block: null }
        case '{':
          return { name, parameters, line, endLine: token.line, block: this.block(true) }
        case '}':
          throw refusedAt('unexpected "}"', token.line)
      }
    }
  }
}

/** A comment, a quoted word, a mark, or a bare word, which may have `${name}` in it. */
const TOKEN =
  /#[^\n]*|"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|([;{}])|((?:\$\{\w*\}|\\.|[^\s;{}\\])+)/gsu

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  const lastLine = newLines(text) + 1
  let line = 1
  let at = 0
  for (const match of text.matchAll(TOKEN)) {
    line += newLines(text.slice(at, match.index))
    const [all, double, single, mark, bare] = match
    // A quote that nothing closes goes on to the end.
    if (bare !== undefined && /^["']/u.test(bare)) throw endOfFile('";" or "}"', lastLine)
    const word = double ?? single ?? bare
    if (mark === ';' || mark === '{' || mark === '}') tokens.push({ kind: mark, text: mark, line })
    else if (word !== undefined)
      tokens.push({ kind: 'word', text: word.replace(/\\(["'\\\s;{}])/gu, '$1'), line })
    line += newLines(all)
    at = match.index + all.length
  }
  return tokens
}

const endOfFile = (expected: string, line: number) =>
  refusedAt(`unexpected end of file, expecting ${expected}`, line)

const newLines = (text: string): number => text.split('\n').length - 1
