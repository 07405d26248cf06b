/**
 * Reads a value from its text, strictly as JSON (RFC 8259) or as a reader writes it in a program,
 * and says where the text breaks. `JSON.parse` says that in other words in every browser, and a page
 * may not evaluate text as code.
 */

export type Dialect = 'json' | 'program'

/** A place in a text; lines and columns count from 1, columns in UTF-16 code units. */
export interface Place {
  readonly line: number
  readonly column: number
  /** The character there; null at the end of the text. */
  readonly found: string | null
}

export type Reading =
  /** `rounded`: whole numbers in it that a `number` can't hold, as they were written. */
  | { readonly ok: true; readonly value: unknown; readonly rounded: readonly string[] }
  | { readonly ok: false; readonly at: Place }

export function readValue(text: string, dialect: Dialect): Reading {
  const reader = new Reader(text, dialect)
  try {
    const value = reader.whole()
    return { ok: true, value, rounded: reader.rounded }
  } catch (error) {
    if (!(error instanceof Break)) throw error
    return { ok: false, at: placeOf(text, error.offset) }
  }
}

class Break extends Error {
  readonly offset: number

  constructor(offset: number) {
    super()
    this.offset = offset
  }
}

function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  const found = text.codePointAt(offset)
  return {
    line,
    column: offset - before.lastIndexOf('\n'),
    found: found === undefined ? null : String.fromCodePoint(found),
  }
}

const SPACE = { json: /[\t\n\r ]*/y, program: /\s*/y }
const INFINITY = /Infinity/y
const NAME = /[\p{L}_$][\p{L}\p{N}_$]*/uy
const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}
const WORDS = {
  json: new Map<string, unknown>([
    ['true', true],
    ['false', false],
    ['null', null],
  ]),
  program: new Map<string, unknown>([
    ['true', true],
    ['false', false],
    ['null', null],
    ['undefined', undefined],
    ['NaN', NaN],
    ['Infinity', Infinity],
  ]),
}

class Reader {
  readonly rounded: string[] = []
  readonly #text: string
  readonly #dialect: Dialect
  #at = 0

  constructor(text: string, dialect: Dialect) {
    this.#text = text
    this.#dialect = dialect
  }

  get #isProgram(): boolean {
    return this.#dialect === 'program'
  }

  whole(): unknown {
    const value = this.#value()
    if (this.#at < this.#text.length) this.#break()
    return value
  }

  #value(): unknown {
    this.#space()
    const value = this.#bareValue()
    this.#space()
    return value
  }

  #bareValue(): unknown {
    const next = this.#text[this.#at]
    if (next === '{') return this.#object()
    if (next === '[') return this.#list('[', ']')
    if (next === '"' || (this.#isProgram && next === "'")) return this.#string(next)
    return this.#sees(NAME) ? this.#word() : this.#number()
  }

  #object(): Readonly<Record<string, unknown>> {
    const entries: [string, unknown][] = []
    this.#sequence('{', '}', () => {
      this.#space()
      const name = this.#propertyName()
      this.#space()
      this.#take(':')
      entries.push([name, this.#value()])
    })
    return Object.fromEntries(entries)
  }

  #propertyName(): string {
    const next = this.#text[this.#at]
    if (next === '"' || (this.#isProgram && next === "'")) return this.#string(next)
    const name = this.#isProgram ? this.#match(NAME) : ''
    return name === '' ? this.#break() : name
  }

  #list(begin: string, end: string): unknown[] {
    const items: unknown[] = []
    this.#sequence(begin, end, () => items.push(this.#value()))
    return items
  }

  /** Items with commas between them; a program may have one after the last. */
  #sequence(begin: string, end: string, item: () => void): void {
    this.#take(begin)
    this.#space()
    if (this.#text[this.#at] === end) {
      this.#at += 1
      return
    }
    for (;;) {
      item()
      if (this.#text[this.#at] === end) break
      this.#take(',')
      this.#space()
      if (this.#isProgram && this.#text[this.#at] === end) break
    }
    this.#at += 1
  }

  #string(quote: string): string {
    this.#at += 1
    let text = ''
    for (;;) {
      const next = this.#text[this.#at]
      // Control characters must be escaped (RFC 8259 §7); lines end in them.
      if (next === undefined || next < ' ') this.#break()
      this.#at += 1
      if (next === quote) return text
      text += next === '\\' ? this.#escape() : next
    }
  }

  #escape(): string {
    const next = this.#text[this.#at] ?? ''
    if (next === 'u') {
      this.#at += 1
      return String.fromCharCode(parseInt(this.#hexDigits(), 16))
    }
    const isKnown = next in ESCAPES || /["\\/]/.test(next) || (this.#isProgram && next === "'")
    if (!isKnown) this.#break()
    this.#at += 1
    return ESCAPES[next] ?? next
  }

  #hexDigits(): string {
    const start = this.#at
    while (this.#at < start + 4) {
      if (!/[\da-f]/i.test(this.#text[this.#at] ?? '')) this.#break()
      this.#at += 1
    }
    return this.#text.slice(start, this.#at)
  }

  #word(): unknown {
    const start = this.#at
    const name = this.#match(NAME)
    if (this.#isProgram && name === 'new') return this.#made()
    const words = WORDS[this.#dialect]
    if (words.has(name)) return words.get(name)
    // `tru` breaks behind its `u`, where `true` would have gone on.
    this.#at = start + Math.max(...[...words.keys()].map((word) => sharedLength(word, name)))
    return this.#break()
  }

  /** `new Date(0)`, `new Map([['a', 1]])`, `new Set(['a'])`, `new Uint8Array([1, 2])`. */
  #made(): unknown {
    this.#space()
    const start = this.#at
    const name = this.#match(NAME)
    this.#space()
    const [given] = this.#list('(', ')')
    if (name === 'Date') return new Date(typeof given === 'number' ? given : String(given))
    const items: readonly unknown[] = Array.isArray(given) ? given : []
    if (name === 'Set') return new Set(items)
    if (name === 'Uint8Array') return Uint8Array.from(items, Number)
    if (name === 'Map')
      return new Map(items.map((item) => (Array.isArray(item) ? [item[0], item[1]] : [item, item])))
    return this.#break(start)
  }

  #number(): number | bigint {
    const start = this.#at
    if (!(this.#isProgram && this.#skip('+'))) this.#skip('-')
    if (this.#isProgram && this.#sees(INFINITY)) {
      this.#match(INFINITY)
      return this.#text[start] === '-' ? -Infinity : Infinity
    }
    if (!this.#skip('0')) this.#digits()
    if (this.#isProgram && this.#skip('n')) return BigInt(this.#text.slice(start, this.#at - 1))
    if (this.#skip('.')) this.#digits()
    if (this.#skip('e') || this.#skip('E')) {
      if (!this.#skip('+')) this.#skip('-')
      this.#digits()
    }
    const written = this.#text.slice(start, this.#at)
    const value = Number(written)
    if (/^-?\d+$/.test(written) && BigInt(written) !== BigInt(value)) this.rounded.push(written)
    return value
  }

  #digits(): void {
    const start = this.#at
    while (/\d/.test(this.#text[this.#at] ?? '')) this.#at += 1
    if (this.#at === start) this.#break()
  }

  #space(): void {
    this.#match(SPACE[this.#dialect])
  }

  #skip(sign: string): boolean {
    const isThere = this.#text[this.#at] === sign
    if (isThere) this.#at += 1
    return isThere
  }

  #take(sign: string): void {
    if (!this.#skip(sign)) this.#break()
  }

  #sees(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at
    return pattern.test(this.#text)
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const [found = ''] = pattern.exec(this.#text) ?? []
    this.#at += found.length
    return found
  }

  #break(offset = this.#at): never {
    throw new Break(offset)
  }
}

function sharedLength(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length += 1
  return length
}
