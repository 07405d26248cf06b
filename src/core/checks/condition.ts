/** What a pattern demands of one field. */
import type { Scalar } from './fields.ts'

/** All that is given must hold. */
export interface ConditionObject {
  readonly not?: Scalar | readonly Scalar[]
  readonly atLeast?: number
  readonly atMost?: number
  readonly contains?: string
  /** The source of a regular expression of the safe kind (`schema.ts`), matched with `iu`. */
  readonly matches?: string
  /** The text is a JSON object with these properties. */
  readonly json?: Readonly<Record<string, Condition>>
  /** Whatever it is, later patterns of this check can refer to it. */
  readonly capture?: string
  /** Equal to what was captured under this name. */
  readonly sameAs?: string
}

/** The very value, one of several, or an object of demands. */
export type Condition = Scalar | readonly Scalar[] | ConditionObject

/** What a check has captured so far. */
export type Bindings = ReadonlyMap<string, Scalar>

/** Expressions look this far into a text, in UTF-16 code units. */
const SEARCHED = 4096

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

/**
 * Whether a field's value meets a condition; `capture` is what it captures. An absent field
 * (undefined) meets only `not`.
 */
export function meets(
  value: Scalar | undefined,
  condition: Condition,
  bindings: Bindings,
  capture: (name: string, value: Scalar) => void,
): boolean {
  if (typeof condition !== 'object' || isList(condition)) return among(value, condition)
  if (condition.not !== undefined && among(value, condition.not)) return false
  if (condition.atLeast !== undefined && !(typeof value === 'number' && value >= condition.atLeast))
    return false
  if (condition.atMost !== undefined && !(typeof value === 'number' && value <= condition.atMost))
    return false
  if (
    condition.contains !== undefined &&
    !(typeof value === 'string' && value.includes(condition.contains))
  )
    return false
  if (
    condition.matches !== undefined &&
    !(value !== undefined && expression(condition.matches).test(String(value).slice(0, SEARCHED)))
  )
    return false
  if (condition.json !== undefined && !meetsJson(value, condition.json, bindings, capture))
    return false
  if (condition.sameAs !== undefined) {
    const captured = bindings.get(condition.sameAs)
    if (value === undefined || captured !== value) return false
  }
  if (condition.capture !== undefined) {
    if (value === undefined) return false
    capture(condition.capture, value)
  }
  return true
}

function meetsJson(
  value: Scalar | undefined,
  properties: Readonly<Record<string, Condition>>,
  bindings: Bindings,
  capture: (name: string, value: Scalar) => void,
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
