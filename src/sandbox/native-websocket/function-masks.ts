/**
 * Puts functions of ours in the place of a browser's own so that a program takes them for the
 * browser's own: a Proxy keeps name, length, prototype and all that is inherited,
 * `Function.prototype.toString` answers for what stands behind it, and the errors that the browser
 * throws name no place of ours.
 */
import { ErrorPlaces } from './error-places.ts'

const { apply, construct, defineProperty, getOwnPropertyDescriptor } = Reflect

/**
 * The browser's own function on the receiver it was called on; `raw` where it runs code of the
 * program, whose errors are not to be touched.
 */
export interface NativeCall {
  (values: readonly unknown[]): unknown
  readonly raw: (values: readonly unknown[]) => unknown
}

export type Around = (call: NativeCall, receiver: object, values: readonly unknown[]) => unknown

export type AroundNew = (
  create: (values: readonly unknown[]) => object,
  values: readonly unknown[],
) => object

type AnyFunction = (...values: unknown[]) => unknown
type AnyClass = new (...values: unknown[]) => object

export class FunctionMasks {
  /** What stands behind each function of ours. */
  readonly #behind = new WeakMap<object, AnyFunction | AnyClass>()
  readonly #places: ErrorPlaces

  constructor(realm: typeof globalThis) {
    this.#places = new ErrorPlaces(realm, (...mask) => this.getter(...mask))
    const { toString } = realm.Function.prototype
    this.method(realm.Function.prototype, 'toString', (call, receiver, values) => {
      const behind = typeof receiver === 'function' ? this.#behind.get(receiver) : undefined
      return behind === undefined ? call(values) : apply(toString, behind, values)
    })
  }

  /** Replaces a method. Where it is not there, nothing is. */
  method(holder: object, name: string, around: Around): void {
    const { value } = getOwnPropertyDescriptor(holder, name) ?? {}
    if (isFunction(value)) redefine(holder, name, { value: this.#masked(value, around) })
  }

  /** Replaces what an accessor gives. The browser's own comes first: it may refuse its receiver. */
  getter(holder: object, name: string, instead: (own: unknown, receiver: object) => unknown): void {
    const { get } = getOwnPropertyDescriptor(holder, name) ?? {}
    if (get === undefined) return
    const masked = this.#masked(get, (call, receiver, values) => instead(call(values), receiver))
    redefine(holder, name, { get: masked })
  }

  setter(holder: object, name: string, around: Around): void {
    const { set } = getOwnPropertyDescriptor(holder, name) ?? {}
    if (set !== undefined) redefine(holder, name, { set: this.#masked(set, around) })
  }

  /** Replaces a class. What `around` makes has to be an instance of the browser's own. */
  class(holder: object, name: string, around: AroundNew): void {
    const { value } = getOwnPropertyDescriptor(holder, name) ?? {}
    if (!isFunction(value)) return
    // Whoever names it as a class knows that it is one.
    const native = value as unknown as AnyClass
    const handler = {
      construct: (_target: AnyClass, values: unknown[], newTarget: AnyClass): object => {
        const create = (passed: readonly unknown[]) =>
          this.#places.asCalledFrom(handler.construct, () => construct(native, passed, newTarget))
        return around(create, values)
      },
    }
    const masked = new Proxy(native, handler)
    this.#behind.set(masked, native)
    redefine(native.prototype as object, 'constructor', { value: masked })
    redefine(holder, name, { value: masked })
  }

  /** Runs code of the program where the browser would: its errors stay as they are. */
  program<T>(code: () => T): T {
    return this.#places.untouched(code)
  }

  #masked<F extends AnyFunction>(native: F, around: Around): F {
    const handler = {
      apply: (_target: F, receiver: object, values: unknown[]): unknown => {
        const raw = (passed: readonly unknown[]): unknown => apply(native, receiver, passed)
        const call = (passed: readonly unknown[]) =>
          this.#places.asCalledFrom(handler.apply, () => raw(passed))
        return around(Object.assign(call, { raw }), receiver, values)
      },
    }
    const masked = new Proxy(native, handler)
    this.#behind.set(masked, native)
    return masked
  }
}

function isFunction(value: unknown): value is AnyFunction {
  return typeof value === 'function'
}

function redefine(holder: object, name: string, changes: PropertyDescriptor): void {
  defineProperty(holder, name, { ...getOwnPropertyDescriptor(holder, name), ...changes })
}
