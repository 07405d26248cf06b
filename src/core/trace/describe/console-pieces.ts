/** The arguments of a console call, with the format specifiers of the first one replaced. */
import type { RemoteValue } from '../remote-value.ts'

export type Specifier = 's' | 'd' | 'i' | 'f' | 'o' | 'O'

/** `as` is missing for an argument that no specifier asked for. */
export type ConsolePiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly value: RemoteValue; readonly as?: Specifier }
  /** The declarations for what follows. */
  | { readonly kind: 'style'; readonly value: RemoteValue }

const SPECIFIER = /%([sdifoOc%])/u

/** UTF-16 code units of a text that is searched for specifiers. */
const MAX_FORMAT = 2000

/**
 * The Console Standard's Formatter (§2.2) as DevTools has it: a specifier without an argument stays,
 * a text put for `%s` may have specifiers itself, and arguments without a specifier follow, with
 * spaces between.
 */
export function consolePieces(values: readonly RemoteValue[]): readonly ConsolePiece[] {
  const [first, ...rest] = values
  if (first === undefined) return []
  const pieces: ConsolePiece[] = []
  const put = (text: string) => pieces.push({ kind: 'text', text })
  let used = 0
  let left = isFormat(first) ? first.text : ''
  if (!isFormat(first)) pieces.push({ kind: 'value', value: first })
  for (let found = SPECIFIER.exec(left); found !== null; found = SPECIFIER.exec(left)) {
    // What the expression matches.
    const letter = found[1] as Specifier | 'c' | '%'
    const value = rest[used]
    put(left.slice(0, found.index))
    left = left.slice(found.index + found[0].length)
    if (letter === '%') put('%')
    else if (value === undefined) put(found[0])
    else {
      used += 1
      if (letter === 'c') pieces.push({ kind: 'style', value })
      else if (letter === 's' && isFormat(value)) left = value.text + left
      else pieces.push({ kind: 'value', value, as: letter })
    }
  }
  put(left)
  for (const value of rest.slice(used)) {
    put(' ')
    pieces.push({ kind: 'value', value })
  }
  return pieces
}

function isFormat(value: RemoteValue): value is Extract<RemoteValue, { kind: 'string' }> {
  return value.kind === 'string' && value.length <= MAX_FORMAT
}

/**
 * What `%d`, `%i` and `%f` make of a value. The run has converted it already, as V8 does; what it
 * could not convert is no number.
 */
export function numberText(value: RemoteValue, as: 'd' | 'i' | 'f'): string {
  if (value.kind === 'bigint') return value.text
  const text = value.kind === 'number' || value.kind === 'string' ? value.text : 'NaN'
  return String(as === 'f' ? Number.parseFloat(text) : Number.parseInt(text, 10))
}
