/** What checks may ask of an event: fields, as plain values that can be compared and shown. */

export type Scalar = string | number | boolean
export type FieldKind = 'string' | 'number' | 'boolean'

export interface Field<E> {
  readonly kind: FieldKind
  readonly description: string
  /** Undefined where the event does not have it. */
  read(event: E): Scalar | undefined
}

export type FieldTable<E> = Readonly<Record<string, Field<E>>>

export function string<E>(description: string, read: (event: E) => string | undefined): Field<E> {
  return { kind: 'string', description, read }
}

export function number<E>(description: string, read: (event: E) => number | undefined): Field<E> {
  return { kind: 'number', description, read }
}

export function boolean<E>(description: string, read: (event: E) => boolean | undefined): Field<E> {
  return { kind: 'boolean', description, read }
}

/** Octets as `81 85 37`. */
export function hex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes)
    text += `${text === '' ? '' : ' '}${byte < 16 ? '0' : ''}${byte.toString(16)}`
  return text
}
