/**
 * A value as the browser keeps it, unvalidated; `undefined` where there is none. For scripts that
 * must not wait for the stores.
 */
export function storedValue(key: 'settings' | 'progress' | 'place', name: string): unknown {
  try {
    return Object(JSON.parse(localStorage.getItem(`upgrade101/${key}`) ?? 'null'))[name]
  } catch {
    // What is stored is not JSON, or the browser forbids to look.
    return undefined
  }
}
