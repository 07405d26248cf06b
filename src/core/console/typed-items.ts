/** The items of a typed array, from its octets. */

type Read = (view: DataView, offset: number) => number | bigint

/** Every machine that a browser runs on has the low octet first. */
const LITTLE = true

const CLASSES: Readonly<Record<string, { readonly size: number; readonly read: Read }>> = {
  Uint8Array: { size: 1, read: (view, at) => view.getUint8(at) },
  Uint8ClampedArray: { size: 1, read: (view, at) => view.getUint8(at) },
  Int8Array: { size: 1, read: (view, at) => view.getInt8(at) },
  Uint16Array: { size: 2, read: (view, at) => view.getUint16(at, LITTLE) },
  Int16Array: { size: 2, read: (view, at) => view.getInt16(at, LITTLE) },
  Uint32Array: { size: 4, read: (view, at) => view.getUint32(at, LITTLE) },
  Int32Array: { size: 4, read: (view, at) => view.getInt32(at, LITTLE) },
  Float32Array: { size: 4, read: (view, at) => view.getFloat32(at, LITTLE) },
  Float64Array: { size: 8, read: (view, at) => view.getFloat64(at, LITTLE) },
  BigInt64Array: { size: 8, read: (view, at) => view.getBigInt64(at, LITTLE) },
  BigUint64Array: { size: 8, read: (view, at) => view.getBigUint64(at, LITTLE) },
}

/** Undefined for what is no typed array. `items` are those whose octets were kept. */
export function typedItems(
  className: string,
  bytes: Uint8Array,
  byteLength: number,
): { readonly count: number; readonly items: readonly string[] } | undefined {
  const known = Object.hasOwn(CLASSES, className) ? CLASSES[className] : undefined
  if (known === undefined) return undefined
  const { size, read } = known
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const items = Array.from({ length: Math.floor(bytes.length / size) }, (_, index) => {
    const item = read(view, index * size)
    return typeof item === 'bigint' ? `${String(item)}n` : Object.is(item, -0) ? '-0' : String(item)
  })
  return { count: byteLength / size, items }
}
