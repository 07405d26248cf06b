/** Whether two pieces of plain data are the same, to the last octet. */
export function isSameData(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return false
  if (one instanceof Uint8Array || other instanceof Uint8Array) {
    if (!(one instanceof Uint8Array && other instanceof Uint8Array)) return false
    if (one.length !== other.length) return false
    for (let index = 0; index < one.length; index += 1)
      if (one[index] !== other[index]) return false
    return true
  }
  const keys = Object.keys(one)
  if (keys.length !== Object.keys(other).length) return false
  return keys.every(
    (key) =>
      Object.hasOwn(other, key) && isSameData(Reflect.get(one, key), Reflect.get(other, key)),
  )
}
