/**
 * Shapes of plain data that arrives from an untrusted place: small closures, because a run may
 * deliver 100 000 events a second and the page's content security policy forbids generated code.
 */

/** What is wrong with a value, behind the path to it (`.frame.opcode: expected …`); null if valid. */
export type ShapeProblem = string | null

export interface Property {
  readonly form: string
  readonly isOptional: boolean
}

export type Shape<T> = ((value: unknown) => ShapeProblem) & {
  /** Exists only in the type: carries T, so that `Infer` can find it. */
  readonly of?: T
  /** The values of this shape, written as a type: for the docs of a format, and to see it change. */
  readonly form?: string
  /** Of a record. */
  readonly properties?: Readonly<Record<string, Property>>
  /** Makes what is too long fit, and says so in its place. Anything else stays as it is. */
  readonly cut?: Cut
}

type Cut = (value: unknown) => unknown

/** A shape with its form. */
export function shaped<T>(
  check: (value: unknown) => ShapeProblem,
  form: string,
  cut?: Cut,
): Shape<T> {
  return Object.assign(check, { form, ...(cut && { cut }) })
}

/** The value, with all that is too long for the shape cut. */
export const cutToFit = (shape: Shape<unknown>, value: unknown): unknown =>
  shape.cut?.(value) ?? value

/** Stands at the end of what was cut: "1.1 million characters" were there. */
const cutMark = (length: number, unit: 'characters' | 'entries'): string => {
  const amount = length < 1e6 ? String(length) : `${(length / 1e6).toFixed(1)} million`
  return ` … (cut here, ${amount} ${unit})`
}

const formOf = (shape: Shape<unknown>): string => shape.form ?? 'unknown'

function rangeOf(least: number, most: number): string {
  return most >= Number.MAX_SAFE_INTEGER ? `${least} or more` : `${least} to ${most}`
}

/** The type of the values of a shape. */
export type Infer<S> = S extends { readonly of?: infer T } ? T : never

/** A property that may be absent. Present and undefined is wrong: it would not survive JSON. */
interface Optional<T> {
  readonly optional: Shape<T>
}

/** Names and shapes of a record's properties. */
export type Fields = Readonly<Record<string, Shape<unknown> | Optional<unknown>>>

/** The record that has these properties. */
export type FieldsOf<F> = {
  readonly [K in keyof F as F[K] extends Optional<unknown> ? never : K]: Infer<F[K]>
} & {
  readonly [K in keyof F as F[K] extends Optional<unknown> ? K : never]?: F[K] extends Optional<
    infer T
  >
    ? T
    : never
}

/** The union that a table of variants describes: each variant's name is the value of its tag. */
export type VariantOf<Tag extends string, Table> = {
  readonly [K in keyof Table]: Readonly<Record<Tag, K>> & FieldsOf<Table[K]>
}[keyof Table]

function describeKind(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  if (value instanceof Uint8Array) return 'bytes'
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  if (typeof value === 'object') return 'an object'
  return typeof value === 'undefined' ? 'nothing' : `a ${typeof value}`
}

const expected = (what: string, value: unknown): string =>
  `: expected ${what}, got ${describeKind(value)}`

/** A string of at most `most` UTF-16 code units. */
export function text(most: number): Shape<string> {
  return shaped(
    (value) => {
      if (typeof value !== 'string') return expected('a string', value)
      return value.length <= most ? null : `: longer than ${most} characters`
    },
    'string',
    (value) => {
      if (typeof value !== 'string' || value.length <= most) return value
      const mark = cutMark(value.length, 'characters')
      return value.slice(0, Math.max(0, most - mark.length)) + mark.slice(0, most)
    },
  )
}

export const boolean: Shape<boolean> = shaped(
  (value) => (typeof value === 'boolean' ? null : expected('true or false', value)),
  'boolean',
)

/** An integer from `least` to `most`. */
export function integer(least: number, most: number = Number.MAX_SAFE_INTEGER): Shape<number> {
  return shaped(
    (value) => {
      if (!Number.isInteger(value)) return expected('a whole number', value)
      // Checked above; `Number.isInteger` does not narrow the type.
      const number = value as number
      return number >= least && number <= most ? null : `: ${number} is not ${least} to ${most}`
    },
    `integer, ${rangeOf(least, most)}`,
  )
}

/** A finite number from `least` to `most`. */
export function finite(least: number, most: number = Number.MAX_VALUE): Shape<number> {
  return shaped(
    (value) => {
      if (typeof value !== 'number' || !Number.isFinite(value)) return expected('a number', value)
      return value >= least && value <= most ? null : `: ${value} is not ${least} to ${most}`
    },
    `number, ${rangeOf(least, most)}`,
  )
}

export function oneOf<const T extends string | number>(...values: readonly T[]): Shape<T> {
  const allowed = new Set<unknown>(values)
  return shaped(
    (value) => (allowed.has(value) ? null : `: expected one of ${values.join(', ')}`),
    values.map((value) => JSON.stringify(value)).join(' | '),
  )
}

/** A value of either shape. */
export function either<A, B>(one: Shape<A>, other: Shape<B>): Shape<A | B> {
  return shaped(
    (value) => (one(value) === null ? null : other(value)),
    `${formOf(one)} | ${formOf(other)}`,
    (value) => cutToFit(other, cutToFit(one, value)),
  )
}

/** Bytes, at most `most` octets; the same limit holds for the buffer below the view. */
export function bytes(most: number): Shape<Uint8Array> {
  return shaped((value) => {
    if (!(value instanceof Uint8Array)) return expected('bytes', value)
    return value.byteLength <= most && value.buffer.byteLength <= most
      ? null
      : `: more than ${most} bytes`
  }, 'bytes')
}

export function list<T>(item: Shape<T>, most: number): Shape<readonly T[]> {
  return shaped(
    (value) => {
      if (!Array.isArray(value)) return expected('a list', value)
      if (value.length > most) return `: more than ${most} entries`
      for (let index = 0; index < value.length; index += 1) {
        const problem = item(value[index])
        if (problem !== null) return `[${index}]${problem}`
      }
      return null
    },
    `list of ${formOf(item)}`,
    (value) => {
      if (!Array.isArray(value)) return value
      const fitting = value.slice(0, most).map((entry) => cutToFit(item, entry))
      if (value.length > most && typeof fitting.at(-1) === 'string')
        fitting[most - 1] = cutMark(value.length, 'entries').trimStart()
      return fitting
    },
  )
}

export function pair<A, B>(first: Shape<A>, second: Shape<B>): Shape<readonly [A, B]> {
  return shaped(
    (value) => {
      if (!Array.isArray(value) || value.length !== 2) return expected('a pair', value)
      const problem = first(value[0])
      if (problem !== null) return `[0]${problem}`
      const secondProblem = second(value[1])
      return secondProblem === null ? null : `[1]${secondProblem}`
    },
    `[${formOf(first)}, ${formOf(second)}]`,
    (value) =>
      Array.isArray(value) && value.length === 2
        ? [cutToFit(first, value[0]), cutToFit(second, value[1])]
        : value,
  )
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return shaped(
    (value) => (value === null ? null : shape(value)),
    `${formOf(shape)} | null`,
    (value) => cutToFit(shape, value),
  )
}

export function optional<T>(shape: Shape<T>): Optional<T> {
  return { optional: shape }
}

/** An object that is no array and no view of a buffer. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !ArrayBuffer.isView(value)
  )
}

/** An object with exactly these properties. */
export function fields<const F extends Fields>(properties: F): Shape<FieldsOf<F>> {
  const required: string[] = []
  const shapes = new Map<string, Shape<unknown>>()
  const described: Record<string, Property> = {}
  for (const [key, property] of Object.entries(properties)) {
    const isOptional = typeof property !== 'function'
    const shape = isOptional ? property.optional : property
    if (!isOptional) required.push(key)
    shapes.set(key, shape)
    described[key] = { form: formOf(shape), isOptional }
  }
  const check = (value: unknown): ShapeProblem => {
    if (!isRecord(value)) return expected('an object', value)
    let found = 0
    for (const key of Object.keys(value)) {
      const shape = shapes.get(key)
      if (shape === undefined) return `.${key.slice(0, 60)}: not a property of this`
      const problem = shape(value[key])
      if (problem !== null) return `.${key}${problem}`
      found += 1
    }
    if (found < required.length || found < shapes.size)
      for (const key of required) if (!Object.hasOwn(value, key)) return `.${key}: missing`
    return null
  }
  const form = Object.entries(described).map(
    ([key, { form: value, isOptional }]) => `${key}${isOptional ? '?' : ''}: ${value}`,
  )
  const cut: Cut = (value) => {
    if (!isRecord(value)) return value
    const entries = Object.entries(value).map(([key, own]) => {
      const shape = shapes.get(key)
      return [key, shape === undefined ? own : cutToFit(shape, own)]
    })
    return Object.fromEntries(entries)
  }
  return Object.assign(check, { form: `{ ${form.join('; ')} }`, properties: described, cut })
}

/** The same where each record has its `tag` already. */
export function union<T>(
  tag: string,
  variants: Readonly<Record<string, Shape<unknown>>>,
): Shape<T> {
  const shapes = new Map(Object.entries(variants))
  return shaped(
    (value) => {
      if (!isRecord(value)) return expected('an object', value)
      const name = value[tag]
      const shape = typeof name === 'string' ? shapes.get(name) : undefined
      if (shape === undefined) return `.${tag}: ${String(name).slice(0, 60)} is not known`
      return shape(value)
    },
    Object.values(variants).map(formOf).join(' | '),
    (value) => {
      const name = isRecord(value) ? value[tag] : undefined
      const shape = typeof name === 'string' ? shapes.get(name) : undefined
      return shape === undefined ? value : cutToFit(shape, value)
    },
  )
}

/** One of several records, each named by the value of `tag`. */
export function variants<Tag extends string, const Table extends Readonly<Record<string, Fields>>>(
  tag: Tag,
  table: Table,
): Shape<VariantOf<Tag, Table>> {
  const shapes = Object.entries(table).map(([name, properties]) => [
    name,
    fields({ [tag]: oneOf(name), ...properties }),
  ])
  return union(tag, Object.fromEntries(shapes))
}
