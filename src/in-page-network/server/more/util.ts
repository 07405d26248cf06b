import { isFunction, type AnyFunction, type NodeCore } from './node-core.ts'

const tagOf = (value: unknown) => Object.prototype.toString.call(value).slice(8, -1)
const isInstance =
  (...classes: readonly (abstract new (...args: never[]) => object)[]) =>
  (value: unknown) =>
    classes.some((one) => value instanceof one)
const isTagged = (tag: string) => (value: unknown) => tagOf(value) === tag
const isTypedArray = (value: unknown) => ArrayBuffer.isView(value) && !(value instanceof DataView)

/** `util.types`. */
const types = {
  isAnyArrayBuffer: (value: unknown) => /^(Shared)?ArrayBuffer$/u.test(tagOf(value)),
  isArgumentsObject: isTagged('Arguments'),
  isArrayBuffer: isInstance(ArrayBuffer),
  isArrayBufferView: (value: unknown) => ArrayBuffer.isView(value),
  isAsyncFunction: (value: unknown) => /^Async(Generator)?Function$/u.test(tagOf(value)),
  isBoxedPrimitive: isInstance(Number, String, Boolean, Symbol as never, BigInt as never),
  isDataView: isInstance(DataView),
  isDate: isInstance(Date),
  isGeneratorFunction: (value: unknown) => tagOf(value).endsWith('GeneratorFunction'),
  isGeneratorObject: isTagged('Generator'),
  isMap: isInstance(Map),
  isNativeError: isInstance(Error),
  isPromise: isInstance(Promise),
  isProxy: () => false,
  isRegExp: isInstance(RegExp),
  isSet: isInstance(Set),
  isSharedArrayBuffer: isTagged('SharedArrayBuffer'),
  isTypedArray,
  isUint8Array: isInstance(Uint8Array),
  isWeakMap: isInstance(WeakMap),
  isWeakSet: isInstance(WeakSet),
}

/** ECMA-48 §5.4: what introduces a control sequence, its parameters, its last octet. */
const INTRODUCERS = String.fromCharCode(0x1b, 0x9b)
const CONTROL_SEQUENCE = new RegExp(`[${INTRODUCERS}]\\[?[\\d;:?]*[ -/]*[@-~]`, 'gu')

/** ANSI codes of `util.styleText`: to begin and to end. */
const STYLES: Readonly<Record<string, readonly [number, number]>> = {
  ...{ bold: [1, 22], dim: [2, 22], italic: [3, 23], underline: [4, 24], inverse: [7, 27] },
  ...{ black: [30, 39], red: [31, 39], green: [32, 39], yellow: [33, 39], blue: [34, 39] },
  ...{ magenta: [35, 39], cyan: [36, 39], white: [37, 39], gray: [90, 39], grey: [90, 39] },
}

/** What of `node:util` few servers use. */
export function addUtil(core: NodeCore): void {
  const { builtIn, process } = core
  const util = builtIn['util'] as Record<string, unknown>
  const { promisify } = util as Record<string, AnyFunction>

  const callbackify =
    (callee: AnyFunction) =>
    (...args: unknown[]) => {
      const callback = args.pop()
      if (!isFunction(callback)) throw new TypeError('The last argument must be of type function')
      const done = (error: unknown, value?: unknown) => process.nextTick(callback, error, value)
      Promise.resolve(callee(...args)).then(
        (value) => done(null, value),
        (reason: unknown) => done(reason ?? new Error('Promise was rejected with a falsy value')),
      )
    }
  const deprecate = (callee: AnyFunction, message: string, code?: string) => {
    let isTold = false
    return function (this: unknown, ...args: unknown[]) {
      if (!isTold) {
        isTold = true
        process.emitWarning(message, 'DeprecationWarning', code)
      }
      return Reflect.apply(callee, this, args) as unknown
    }
  }
  const inherits = (heir: { prototype: object; super_?: unknown }, base: { prototype: object }) => {
    Object.defineProperty(heir, 'super_', { value: base, writable: true, configurable: true })
    Object.setPrototypeOf(heir.prototype, base.prototype)
  }
  // `NODE_DEBUG` is not set.
  const debuglog = () => Object.assign(() => undefined, { enabled: false })

  Object.assign(promisify ?? {}, { custom: Symbol.for('nodejs.util.promisify.custom') })
  Object.assign(util, {
    types: Object.assign(util['types'] ?? {}, types),
    callbackify,
    debug: debuglog,
    debuglog,
    deprecate,
    inherits,
    isArray: Array.isArray,
    isDeepStrictEqual: (one: unknown, other: unknown) => {
      const { isDeepStrictEqual } = core.require(
        'assert/build/internal/util/comparisons.js',
      ) as Record<string, AnyFunction>
      return isDeepStrictEqual?.(one, other)
    },
    stripVTControlCharacters: (text: string) => text.replaceAll(CONTROL_SEQUENCE, ''),
    styleText(style: string | readonly string[], text: string) {
      return [style].flat().reduceRight((inner, name) => {
        const [begin, end] = STYLES[name] ?? [0, 0]
        return `\u001B[${String(begin)}m${inner}\u001B[${String(end)}m`
      }, text)
    },
    toUSVString: (text: unknown) => String(text).replaceAll(/\p{Surrogate}/gu, '\uFFFD'),
    aborted: (signal: AbortSignal) =>
      new Promise<void>((resolve) => {
        if (signal.aborted) resolve()
        else signal.addEventListener('abort', () => resolve(), { once: true })
      }),
    getSystemErrorName: (number: number) =>
      ({ [-2]: 'ENOENT', [-98]: 'EADDRINUSE', [-104]: 'ECONNRESET', [-111]: 'ECONNREFUSED' })[
        number
      ],
    parseArgs: () => ({ values: {}, positionals: [] }),
  })
}
