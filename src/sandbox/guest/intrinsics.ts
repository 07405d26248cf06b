/**
 * Watches the intrinsics that no second name can keep (`scripts/vite/captured`), because the language
 * and the browser ask for them by themselves: a loop asks an array for `Symbol.iterator`, `slice` for
 * `Symbol.species`, and `error.message` is an accessor of all such events. A program that changes one
 * changes what is recorded of it, so its run ends and says why. The accessors of `Event` and of
 * messages are not among them: programs wrap them to look on, and we read by those of the beginning.
 */

interface Intrinsic {
  readonly holder: object
  readonly key: PropertyKey
  /** As a program writes it. */
  readonly name: string
  /** Of a value or of an accessor; undefined if there is none, and none may come. */
  readonly value: unknown
  readonly get: unknown
  readonly isThere: boolean
}

type Keys = readonly PropertyKey[]

/** Asked for by syntax, or by the methods that we call. */
const ASKED_FOR: Readonly<Record<string, Keys>> = {
  'Array.prototype': [Symbol.iterator, 'constructor', 'return', 'then', Symbol.isConcatSpreadable],
  'String.prototype': [Symbol.iterator, Symbol.split, Symbol.replace, Symbol.match],
  'Map.prototype': [Symbol.iterator],
  'Set.prototype': [Symbol.iterator],
  'Promise.prototype': ['constructor'],
  'RegExp.prototype': ['constructor', 'exec', Symbol.match, Symbol.matchAll],
  'ArrayBuffer.prototype': ['constructor'],
  'Uint8Array.prototype': ['constructor', 'then'],
  // Asked for what no one else has.
  'Object.prototype': ['get', 'set', 'value', 'then', 'return', 'toJSON', Symbol.iterator],
  Array: [Symbol.species],
  Promise: [Symbol.species],
  RegExp: [Symbol.species],
  ArrayBuffer: [Symbol.species],
  'NodeList.prototype': [Symbol.iterator],
  'HTMLCollection.prototype': [Symbol.iterator],
}

/** All of their accessors are watched. */
const WITH_ACCESSORS = [
  ...[
    'Map.prototype',
    'Set.prototype',
    'RegExp.prototype',
    'ArrayBuffer.prototype',
    'DataView.prototype',
    'Symbol.prototype',
  ],
  ...['URL.prototype', 'ErrorEvent.prototype'],
  ...['PromiseRejectionEvent.prototype', 'MutationRecord.prototype', 'NodeList.prototype'],
]

/** Of these, those that are read here. */
const READ: Readonly<Record<string, Keys>> = {
  'RegExp.prototype': [Symbol.replace, Symbol.split],
  'Node.prototype': ['textContent', 'parentNode', 'parentElement', 'nodeName', 'isConnected'],
  'Element.prototype': ['id', 'localName', 'outerHTML', 'children'],
  'CharacterData.prototype': ['data'],
  'Document.prototype': ['head', 'body'],
  'HTMLInputElement.prototype': ['value', 'files'],
  'HTMLTextAreaElement.prototype': ['value'],
  'HTMLSelectElement.prototype': ['value'],
}

/** Looked at with every event: without these, what is recorded in one turn can be another's. */
const HOT = 4

const { getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect

export class Intrinsics {
  readonly #intrinsics: Intrinsic[] = []
  readonly #ofArrays: object
  readonly #ofAll: object
  /** Another one in each browser. */
  readonly #firstOfAll: PropertyKey | undefined

  constructor(realm: typeof globalThis) {
    this.#ofArrays = realm.Array.prototype
    this.#ofAll = realm.Object.prototype
    this.#firstOfAll = ownKeys(this.#ofAll)[0]
    const iterators = {
      'Array iterator': [][Symbol.iterator](),
      'Map iterator': new Map()[Symbol.iterator](),
      'Set iterator': new Set()[Symbol.iterator](),
      'String iterator': ''[Symbol.iterator](),
      'RegExp string iterator': ''.matchAll(/./gu),
      generator: (function* () {})(),
    }
    this.#watch(realm.Array.prototype, 'Array.prototype', [Symbol.iterator])
    for (const [name, iterator] of Object.entries(iterators)) {
      const holder: object | null = getPrototypeOf(
        name === 'generator' ? (getPrototypeOf(iterator) ?? iterator) : iterator,
      )
      if (holder !== null) this.#watch(holder, `%${name} prototype%`, ['next', 'return'])
    }
    for (const table of [ASKED_FOR, READ])
      for (const [name, keys] of Object.entries(table))
        this.#watch(holderOf(realm, name), name, keys)
    for (const name of WITH_ACCESSORS) this.#watchAccessors(holderOf(realm, name), name)
    this.#watchAccessors(
      getPrototypeOf(realm.Uint8Array.prototype) ?? undefined,
      'TypedArray.prototype',
    )
    this.#watchAccessors(getPrototypeOf(realm.Uint8Array) ?? undefined, 'TypedArray')
  }

  /** The first of a few that has changed, as a program writes it. Quick. */
  glance(): string | undefined {
    for (let index = 0; index < HOT; index += 1) {
      const intrinsic = this.#intrinsics[index]
      if (intrinsic !== undefined && hasChanged(intrinsic)) return intrinsic.name
    }
    return undefined
  }

  /** The first that has changed. */
  changed(): string | undefined {
    const { length } = this.#intrinsics
    for (let index = 0; index < length; index += 1) {
      const intrinsic = this.#intrinsics[index]
      if (intrinsic !== undefined && hasChanged(intrinsic)) return intrinsic.name
    }
    // Indices are the first keys of an object: what is put into an array asks for them.
    if (ownKeys(this.#ofArrays)[0] !== 'length') return 'Array.prototype[0]'
    if (ownKeys(this.#ofAll)[0] !== this.#firstOfAll) return 'Object.prototype[0]'
    return undefined
  }

  #watchAccessors(holder: object | undefined, name: string): void {
    if (holder === undefined) return
    this.#watch(
      holder,
      name,
      ownKeys(holder).filter((key) => getOwnPropertyDescriptor(holder, key)?.get !== undefined),
    )
  }

  #watch(holder: object | undefined, name: string, keys: Keys): void {
    // Missing in a browser that does not know it.
    if (holder === undefined) return
    for (const key of keys) {
      const property = getOwnPropertyDescriptor(holder, key)
      const label = typeof key === 'symbol' ? `[${key.description ?? ''}]` : `.${String(key)}`
      const { value, get } = { value: undefined, get: undefined, ...property }
      const isThere = property !== undefined
      this.#intrinsics.push({ holder, key, name: name + label, value, get, isThere })
    }
  }
}

function hasChanged({ holder, key, value, get, isThere }: Intrinsic): boolean {
  const property = getOwnPropertyDescriptor(holder, key)
  if (property === undefined || !isThere) return (property !== undefined) !== isThere
  // Asked of a descriptor that has no such property, `Object.prototype` would answer.
  return get === undefined
    ? !Object.hasOwn(property, 'value') || property.value !== value
    : !Object.hasOwn(property, 'get') || property.get !== get
}

function holderOf(realm: typeof globalThis, name: string): object | undefined {
  const [global = '', member] = name.split('.')
  const holder: unknown = Reflect.get(realm, global)
  if (typeof holder !== 'function') return undefined
  return member === undefined ? holder : (holder.prototype as object)
}
