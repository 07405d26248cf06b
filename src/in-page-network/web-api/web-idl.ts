/** Conversions of JavaScript values as Web IDL §3.2 says them, with Chromium's messages. */

/** @throws TypeError for a call without its one required argument, as browsers do. */
export function requireArgument(context: string, args: readonly unknown[]): void {
  if (args.length > 0) return
  throw new TypeError(`${context}: 1 argument required, but only 0 present.`)
}

export const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function'

/** `USVString`: lone surrogates become U+FFFD. */
export function toUsvString(value: unknown): string {
  // A template, not String(): a symbol is a TypeError.
  return `${value as string}`.replace(/\p{Surrogate}/gu, '\uFFFD')
}

/** `[Clamp] unsigned short`: the nearest integer from 0 to 65535, half to even. */
export function toClampedUnsignedShort(value: unknown): number {
  // Unary plus, not Number(): a BigInt is a TypeError.
  const number = +(value as number)
  if (Number.isNaN(number)) return 0
  const clamped = Math.min(Math.max(number, 0), 65_535)
  const floor = Math.floor(clamped)
  const rest = clamped - floor
  if (rest !== 0.5) return Math.round(clamped)
  return floor % 2 === 0 ? floor : floor + 1
}

/** `(DOMString or sequence<DOMString>)`, as a list. */
export function toStringSequence(value: unknown): string[] {
  if (isObject(value)) {
    const iterator: unknown = Reflect.get(value, Symbol.iterator)
    if (iterator !== undefined && iterator !== null) {
      if (typeof iterator !== 'function') throw new TypeError('@@iterator must be a callable.')
      return Array.from(value as Iterable<unknown>, (item) => `${item as string}`)
    }
  }
  return [`${value as string}`]
}

/** What V8 and `toStringSequence` say when a value cannot be converted. */
const cannotConvert = /^(Cannot convert |@@iterator )/

/**
 * Runs conversions. A conversion that the engine refuses throws an error naming its context, as in
 * browsers; an error from the program's own `toString` or iterator stays as it is.
 *
 * @param context For example `Failed to execute 'send' on 'WebSocket'`.
 */
export function converting<T>(context: string, convert: () => T): T {
  try {
    return convert()
  } catch (error) {
    if (!(error instanceof TypeError) || !cannotConvert.test(error.message)) throw error
    // Browsers' errors have no cause.
    // eslint-disable-next-line preserve-caught-error
    throw new TypeError(`${context}: ${error.message}`)
  }
}

/** Octets of a string in UTF-8. */
export function utf8Length(text: string): number {
  let length = text.length
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80) continue
    if (unit < 0x800) {
      length += 1
    } else if (unit >= 0xd800 && unit < 0xdc00) {
      const next = text.charCodeAt(index + 1)
      // A pair is four octets for two units; a lone surrogate is sent as U+FFFD, three for one.
      if (next >= 0xdc00 && next < 0xe000) index += 1
      length += 2
    } else {
      length += 2
    }
  }
  return length
}
