/**
 * Replaces functions of the browser with masks that a program cannot tell from the originals: a
 * Proxy keeps name, length, prototype and everything inherited, `Function.prototype.toString`
 * answers with the original's text, and the browser's errors name no position of ours.
 */
import { ErrorPlaces } from './error-places.ts'

const { apply, construct, defineProperty, getOwnPropertyDescriptor } = Reflect

/**
 * Calls the original on the receiver of the mask's call. `raw`: it runs code of the program, whose
 * errors must stay as they are.
 */
interface NativeCall {
  (values: readonly unknown[]): unknown
  readonly raw: (values: readonly unknown[]) => unknown
}

export type Around = (call: NativeCall, receiver: object, values: readonly unknown[]) => unknown

export type AroundNew = (
  create: (values: readonly unknown[]) => object,
  values: readonly unknown[],
) => object

type AnyFunction = (...values: unknown[]) => unknown
type AnyGetter = (this: unknown) => unknown
type AnyClass = new (...values: unknown[]) => object

export class FunctionMasks {
  /** The original of each mask. */
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

  /** Replaces a method, if there is one. */
  method(holder: object, name: string, around: Around): void {
    const { value } = getOwnPropertyDescriptor(holder, name) ?? {}
    if (isFunction(value)) redefine(holder, name, { value: this.#masked(value, around) })
  }

  /** Replaces the value of an accessor. The original runs first: it may refuse its receiver. */
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

  /** Replaces a class. `around` must return an instance of the original. */
  class(holder: object, name: string, around: AroundNew): void {
    const { value } = getOwnPropertyDescriptor(holder, name) ?? {}
    if (!isFunction(value)) return
    // The caller names a property that is a class.
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

  /** The browser's getter behind a masked one. */
  originalGetter(mask: object): AnyGetter | undefined {
    // A getter is masked by itself, and is called with its receiver.
    return this.#behind.get(mask) as AnyGetter | undefined
  }

  /** Runs code of the program in the browser's place, leaving its errors as they are. */
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
