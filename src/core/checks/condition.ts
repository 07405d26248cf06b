/** What a pattern demands of one field. */
import type { Scalar } from '../trace/events/field.ts'

/** Every demand that is given must hold. */
interface ConditionObject {
  readonly not?: Scalar | readonly Scalar[]
  readonly atLeast?: number
  readonly atMost?: number
  readonly contains?: string
  /** The source of a regular expression that `expression.ts` allows, matched with `iu`. */
  readonly matches?: string
  /** The text is a JSON object, and these of its properties meet these conditions. */
  readonly json?: Readonly<Record<string, Condition>>
  /** Keeps the value under this name, for `sameAs` in a later pattern of the same check. */
  readonly capture?: string
  /** Equal to the value captured under this name. */
  readonly sameAs?: string
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

/**
 * Whether a field's value meets a condition; `capture` is called with what the condition captures.
 * An absent field (undefined) meets only `not`.
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
    !(
      value !== undefined &&
      expression(condition.matches).test(String(value).slice(0, MAX_SEARCHED))
    )
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
