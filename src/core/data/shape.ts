/**
 * Shapes of JSON that comes from a file or from the browser's storage. A shape is plain data, so
 * that a page can validate by it in a few lines and a build script can make a JSON Schema of it.
 */

/** A shape without its type. */
export type Form =
  | { readonly is: 'string'; readonly minLength: number }
  | { readonly is: 'boolean' }
  | {
      readonly is: 'number'
      readonly minimum: number
      readonly maximum: number
      readonly isInteger: boolean
    }
  | { readonly is: 'choice'; readonly values: readonly (string | number)[] }
  | { readonly is: 'nullable'; readonly form: Form }
  | { readonly is: 'optional'; readonly form: Form }
  | { readonly is: 'default'; readonly form: Form; readonly value: unknown }
  | { readonly is: 'array'; readonly item: Form }
  | { readonly is: 'record'; readonly item: Form }
  | {
      readonly is: 'object'
      readonly fields: Readonly<Record<string, Form>>
      readonly isStrict: boolean
    }
  | { readonly is: 'anyOf'; readonly forms: readonly Form[]; readonly expected: string }

declare const valueType: unique symbol

/** The shape of values of type T. */
export type Shape<T> = Form & { readonly [valueType]?: T }

/** The type of the values of a shape. */
export type Infer<S> = S extends { readonly [valueType]?: infer T } ? T : never

/** Why a value does not have its shape. */
export interface Misfit {
  /** Where in the value, from the outside in. */
  readonly path: readonly (string | number)[]
  readonly reason: 'type' | 'choice' | 'range' | 'empty' | 'unknownField'
  /** In words of JSON: `boolean`, `≥ 1`, `live, lab`. Empty where the reason says it all. */
  readonly expected: string
}

export type Reading<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly misfit: Misfit }

export const string: Shape<string> = { is: 'string', minLength: 0 }
export const nonEmptyString: Shape<string> = { is: 'string', minLength: 1 }
export const boolean: Shape<boolean> = { is: 'boolean' }

/** From `minimum` to `maximum`. */
export function number(minimum: number, maximum = Number.MAX_SAFE_INTEGER): Shape<number> {
  return { is: 'number', minimum, maximum, isInteger: false }
}

export function integer(minimum: number, maximum = Number.MAX_SAFE_INTEGER): Shape<number> {
  return { is: 'number', minimum, maximum, isInteger: true }
}

export function oneOf<const T extends string | number>(values: readonly T[]): Shape<T> {
  return { is: 'choice', values }
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return { is: 'nullable', form: shape }
}

export function array<T>(item: Shape<T>): Shape<readonly T[]> {
  return { is: 'array', item }
}

/** An object with any keys. */
export function record<T>(item: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return { is: 'record', item }
}

/** A field that may be absent. */
export interface Optional<T> {
  readonly is: 'optional'
  readonly form: Form
  readonly [valueType]?: T
}

export function optional<T>(shape: Shape<T>): Optional<T> {
  return { is: 'optional', form: shape }
}

/** A field that has this value where it is absent. */
export function withDefault<T>(shape: Shape<T>, value: unknown): Shape<T> {
  return { is: 'default', form: shape, value }
}

type Fields = Readonly<Record<string, Form>>
type Values<F> = {
  readonly [K in keyof F as F[K] extends { readonly is: 'optional' } ? never : K]: Infer<F[K]>
} & {
  readonly [K in keyof F as F[K] extends { readonly is: 'optional' } ? K : never]?: Infer<F[K]>
}

/** An object with these fields. Others are left out: a later version may have stored them. */
export function object<const F extends Fields>(fields: F): Shape<Values<F>> {
  return { is: 'object', fields, isStrict: false }
}

/** An object with these fields and no others. */
export function strictObject<const F extends Fields>(fields: F): Shape<Values<F>> {
  return { is: 'object', fields, isStrict: true }
}

/** @param expected what to say of a value that has none of the shapes. */
export function anyOf<const S extends readonly Form[]>(
  shapes: S,
  expected: string,
): Shape<Infer<S[number]>> {
  return { is: 'anyOf', forms: shapes, expected }
}

class Refusal {
  readonly misfit: Misfit
  constructor(misfit: Misfit) {
    this.misfit = misfit
  }
}

/** Reads a parsed JSON value: a copy with defaults filled in, or the first thing that is wrong. */
export function read<T>(shape: Shape<T>, value: unknown): Reading<T> {
  try {
    // `valueOf` refuses every value that is not of the shape, whose type is T.
    return { ok: true, value: valueOf(shape, value, []) as T }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, misfit: error.misfit }
    throw error
  }
}

function valueOf(form: Form, value: unknown, path: Misfit['path']): unknown {
  const refuse = (reason: Misfit['reason'], expected = ''): never => {
    throw new Refusal({ path, reason, expected })
  }
  switch (form.is) {
    case 'string':
      if (typeof value !== 'string') return refuse('type', 'string')
      return value.length < form.minLength ? refuse('empty') : value
    case 'boolean':
      return typeof value === 'boolean' ? value : refuse('type', 'boolean')
    case 'number': {
      if (typeof value !== 'number' || !Number.isFinite(value)) return refuse('type', 'number')
      if (form.isInteger && !Number.isInteger(value)) return refuse('type', 'integer')
      if (value < form.minimum) return refuse('range', `≥ ${form.minimum}`)
      return value > form.maximum ? refuse('range', `≤ ${form.maximum}`) : value
    }
    case 'choice':
      return form.values.some((one) => one === value)
        ? value
        : refuse('choice', form.values.join(', '))
    case 'nullable':
      return value === null ? null : valueOf(form.form, value, path)
    case 'optional':
      return value === undefined ? undefined : valueOf(form.form, value, path)
    case 'default':
      return valueOf(form.form, value === undefined ? form.value : value, path)
    case 'array':
      if (!Array.isArray(value)) return refuse('type', 'array')
      return value.map((item, index) => valueOf(form.item, item, [...path, index]))
    case 'record': {
      const entries = Object.entries(recordOf(value) ?? refuse('type', 'object'))
      return Object.fromEntries(
        entries.map(([key, item]) => [key, valueOf(form.item, item, [...path, key])]),
      )
    }
    case 'object': {
      const given = recordOf(value) ?? refuse('type', 'object')
      const { fields, isStrict } = form
      const taken = Object.entries(fields).flatMap(([key, field]) => {
        const own = Object.hasOwn(given, key) ? given[key] : undefined
        const read = valueOf(field, own, [...path, key])
        return read === undefined ? [] : [[key, read] as const]
      })
      const unknown = Object.keys(given).find((key) => !Object.hasOwn(fields, key))
      if (isStrict && unknown !== undefined)
        throw new Refusal({ path: [...path, unknown], reason: 'unknownField', expected: '' })
      return Object.fromEntries(taken)
    }
    case 'anyOf':
      for (const one of form.forms) {
        const reading = read<unknown>(one, value)
        if (reading.ok) return reading.value
      }
      return refuse('type', form.expected)
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  // An object that is no array has string keys.
  return value as Readonly<Record<string, unknown>>
}
