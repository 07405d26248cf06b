/**
 * `localStorage`, `sessionStorage` and `document.cookie` for a run. In a document of opaque origin the
 * browser's own throw when they are looked at; these last as long as the run.
 */

/** An object that is a `Storage` to whoever uses it, without the browser's. */
function createStorage(StorageClass: typeof Storage): Storage {
  const items = new Map<string, string>()
  const methods = {
    clear: () => items.clear(),
    getItem: (key: unknown) => items.get(String(key)) ?? null,
    key: (index: unknown) => [...items.keys()][Math.trunc(Number(index)) || 0] ?? null,
    removeItem: (key: unknown) => void items.delete(String(key)),
    setItem: (key: unknown, value: unknown) => void items.set(String(key), String(value)),
  }
  const own = (name: string | symbol): unknown =>
    name === 'length' ? items.size : Reflect.get(methods, name)
  // Its prototype makes it an instance; nothing of it is called.
  return new Proxy(Object.create(StorageClass.prototype) as Storage, {
    get: (target, name) =>
      own(name) ?? (typeof name === 'string' ? items.get(name) : Reflect.get(target, name)),
    set: (_target, name, value) => {
      items.set(String(name), String(value))
      return true
    },
    has: (target, name) => items.has(String(name)) || Reflect.has(target, name),
    deleteProperty: (_target, name) => {
      items.delete(String(name))
      return true
    },
    ownKeys: () => [...items.keys()],
    getOwnPropertyDescriptor: (_target, name) => {
      const value = items.get(String(name))
      return value === undefined
        ? undefined
        : { value, writable: true, enumerable: true, configurable: true }
    },
    defineProperty: (_target, name, { value }) => {
      items.set(String(name), String(value))
      return true
    },
  })
}

/** Puts the stand-ins into a window. `now` is the time of the run, Unix milliseconds. */
export function installStorage(window: Window & typeof globalThis, now: () => number): void {
  const { document, Storage } = window
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    const storage = createStorage(Storage)
    Object.defineProperty(window, name, {
      configurable: true,
      enumerable: true,
      get: () => storage,
    })
  }
  const cookies = new Map<string, string>()
  Object.defineProperty(document, 'cookie', {
    configurable: true,
    get: () =>
      [...cookies].map(([name, value]) => (name === '' ? value : `${name}=${value}`)).join('; '),
    set(given: unknown) {
      const [pair = '', ...attributes] = String(given).split(';')
      const equals = pair.indexOf('=')
      const name = equals === -1 ? '' : pair.slice(0, equals).trim()
      const value = pair.slice(equals + 1).trim()
      // Cookies of scripts have no other attribute that a page could see the effect of.
      const ends = attributes.some((attribute) => {
        const [key = '', end = ''] = attribute.split('=').map((part) => part.trim())
        if (key.toLowerCase() === 'max-age') return Number(end) <= 0
        return key.toLowerCase() === 'expires' && Date.parse(end) <= now()
      })
      if (ends) cookies.delete(name)
      else cookies.set(name, value)
    },
  })
}
