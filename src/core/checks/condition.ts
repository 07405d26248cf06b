/** What a pattern demands of one field. */
import type { Scalar } from '../trace/events/field.ts'
import { hasWord } from './word.ts'

/** Every demand that is given must hold. */
interface ConditionObject {
  /** Any condition that must not be met; what it captures is not kept. */
  readonly not?: Condition
  readonly atLeast?: number
  readonly atMost?: number
  /** The whole text is this, or one of these; space around it does not count. */
  readonly is?: string | readonly string[]
  /** Contains this, or one of these, as a word: `word.ts`. */
  readonly word?: string | readonly string[]
  /** Contains the value captured under this name as a word, whatever words stand around it. */
  readonly says?: string
  readonly contains?: string
  /** The source of a regular expression that `expression.ts` allows, matched with `iu`. */
  readonly matches?: string
  /** The text is a JSON object, and these of its properties meet these conditions. */
  readonly json?: Readonly<Record<string, Condition>>
  /** Keeps the value under this name, for `sameAs` in a later pattern of the same check. */
  readonly capture?: string
  /** Equal to the value captured under this name, or under one of these. */
  readonly sameAs?: string | readonly string[]
}

/** The exact value, one of several, or an object of demands. */
export type Condition = Scalar | readonly Scalar[] | ConditionObject

/** The values that a check has captured so far, by name. */
export type Bindings = ReadonlyMap<string, Scalar>

/** How far into a text an expression looks, in UTF-16 code units. */
const MAX_SEARCHED = 4096

const expressions = new Map<string, RegExp>()

function expression(source: string): RegExp {
  let compiled = expressions.get(source)
  if (compiled === undefined) {
    compiled = new RegExp(source, 'iu')
    expressions.set(source, compiled)
  }
  return compiled
}

function isList(condition: Condition): condition is readonly Scalar[] {
  return Array.isArray(condition)
}

const among = (value: Scalar | undefined, wanted: Scalar | readonly Scalar[]): boolean =>
  typeof wanted === 'object' ? value !== undefined && wanted.includes(value) : value === wanted

function listOf<Item extends Scalar>(oneOrMore: Item | readonly Item[]): readonly Item[] {
  return typeof oneOrMore === 'object' ? oneOrMore : [oneOrMore]
}

type Capture = (name: string, value: Scalar) => void

/** What is captured below a `not` was not there. */
const forget: Capture = () => undefined

/**
 * Whether a field's value meets a condition; `capture` is called with what the condition captures.
 * An absent field (undefined) meets only `not`.
 */
export function meets(
  value: Scalar | undefined,
  condition: Condition,
  bindings: Bindings,
  capture: Capture,
): boolean {
  if (typeof condition !== 'object' || isList(condition)) return among(value, condition)
  const { not, json, sameAs } = condition
  if (not !== undefined && meets(value, not, bindings, forget)) return false
  if (!meetsLimits(value, condition) || !meetsText(value, condition, bindings)) return false
  if (json !== undefined && !meetsJson(value, json, bindings, capture)) return false
  if (
    sameAs !== undefined &&
    !(value !== undefined && listOf(sameAs).some((name) => bindings.get(name) === value))
  )
    return false
  if (condition.capture !== undefined) {
    if (value === undefined) return false
    capture(condition.capture, value)
  }
  return true
}

function meetsLimits(
  value: Scalar | undefined,
  { atLeast, atMost }: Pick<ConditionObject, 'atLeast' | 'atMost'>,
): boolean {
  if (atLeast === undefined && atMost === undefined) return true
  return (
    typeof value === 'number' &&
    value >= (atLeast ?? Number.NEGATIVE_INFINITY) &&
    value <= (atMost ?? Number.POSITIVE_INFINITY)
  )
}

function meetsText(
  value: Scalar | undefined,
  { is, word, says, contains, matches }: ConditionObject,
  bindings: Bindings,
): boolean {
  if ((is ?? word ?? says ?? contains ?? matches) === undefined) return true
  if (value === undefined) return false
  const text = String(value)
  const searched = text.slice(0, MAX_SEARCHED)
  if (is !== undefined && !listOf(is).includes(text.trim())) return false
  if (word !== undefined && !listOf(word).some((one) => hasWord(searched, one))) return false
  if (says !== undefined) {
    const said = bindings.get(says)
    if (said === undefined || !hasWord(searched, String(said).trim())) return false
  }
  if (contains !== undefined && !text.includes(contains)) return false
  return matches === undefined || expression(matches).test(searched)
}

function meetsJson(
  value: Scalar | undefined,
  properties: Readonly<Record<string, Condition>>,
  bindings: Bindings,
  capture: Capture,
): boolean {
  if (typeof value !== 'string') return false
  let parsed: unknown
  try {
    parsed = JSON.parse(value)
  } catch {
    return false
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return false
  const entries = new Map<string, unknown>(Object.entries(parsed))
  return Object.entries(properties).every(([name, condition]) => {
    if (!entries.has(name)) return false
    const property = entries.get(name)
    const scalar =
      typeof property === 'string' || typeof property === 'number' || typeof property === 'boolean'
        ? property
        : JSON.stringify(property)
    return meets(scalar, condition, bindings, capture)
  })
}
