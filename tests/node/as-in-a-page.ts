/** Loads the package that inspects values where there is no `Buffer`, as in a page: it looks at globals. */
const { Buffer } = globalThis
Reflect.deleteProperty(globalThis, 'Buffer')
await import('node-inspect-extracted')
globalThis.Buffer = Buffer

export {}
