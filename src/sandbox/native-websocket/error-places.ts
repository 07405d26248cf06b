/** Makes the browser's errors name the program's call as their position. */

const { defineProperty, getOwnPropertyDescriptor } = Reflect

/** In V8, and in Firefox since 138: captures the stack above the call of a function. */
type CaptureStackTrace = (holder: { stack?: string }, above: object) => void

/** Replaces the value of an accessor. */
type MaskGetter = (
  holder: object,
  name: string,
  instead: (own: unknown, receiver: object) => unknown,
) => void

/** Firefox's position of an error beside its stack; a DOMException has other accessors for it. */
interface Place {
  readonly stack: string
  readonly fileName: string
  readonly filename: string
  readonly lineNumber: number
  readonly columnNumber: number
}

export class ErrorPlaces {
  readonly #capture: CaptureStackTrace | undefined
  /** Positions of errors that read them through inherited accessors. */
  readonly #places = new WeakMap<object, Place>()
  readonly #untouched = new WeakSet<object>()

  constructor(realm: typeof globalThis, maskGetter: MaskGetter) {
    // Missing in some browsers and in the types.
    const { captureStackTrace } = realm.Error as { captureStackTrace?: CaptureStackTrace }
    this.#capture = captureStackTrace
    const read = (name: keyof Place) => (own: unknown, error: object) =>
      this.#places.get(error)?.[name] ?? own
    maskGetter(realm.Error.prototype, 'stack', read('stack'))
    for (const name of ['stack', 'filename', 'lineNumber', 'columnNumber'] as const) {
      maskGetter(realm.DOMException.prototype, name, read(name))
    }
  }

  /** Runs the browser's function; stacks of its errors begin above the call of `trap`. */
  asCalledFrom<T>(trap: object, action: () => T): T {
    try {
      return action()
    } catch (error) {
      if (typeof error === 'object' && error !== null && !this.#untouched.has(error)) {
        this.#move(error, trap)
      }
      throw error
    }
  }

  /** Runs code of the program. */
  untouched<T>(code: () => T): T {
    try {
      return code()
    } catch (error) {
      if (typeof error === 'object' && error !== null) this.#untouched.add(error)
      throw error
    }
  }

  #move(error: object, trap: object): void {
    if (this.#capture === undefined) return
    if (getOwnPropertyDescriptor(error, 'stack') !== undefined) {
      this.#capture(error, trap)
      return
    }
    const above: { stack?: string } = {}
    this.#capture(above, trap)
    const { stack = '' } = above
    const [, file = '', line, column] = /@(.*):(\d+):(\d+)$/mu.exec(stack) ?? []
    const [lineNumber, columnNumber] = [Number(line), Number(column)]
    const place: Place = { stack, fileName: file, filename: file, lineNumber, columnNumber }
    this.#places.set(error, place)
    for (const name of ['fileName', 'lineNumber', 'columnNumber'] as const) {
      const own = getOwnPropertyDescriptor(error, name)
      if (own !== undefined) defineProperty(error, name, { ...own, value: place[name] })
    }
  }
}
