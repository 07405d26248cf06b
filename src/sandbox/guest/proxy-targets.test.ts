import { expect, it } from 'vitest'
import { ProxyTargets } from './proxy-targets.ts'

/** A realm with the `Proxy` of this one. */
function installed() {
  // `install` only reads and defines `Proxy`.
  const realm = { Proxy } as unknown as typeof globalThis
  const targets = new ProxyTargets()
  targets.install(realm)
  return { realm, targets }
}

it('knows what is behind a Proxy without calling its traps', () => {
  const { realm, targets } = installed()
  const target = { a: 1 }
  const trap = () => {
    throw new Error('a trap was called')
  }
  const proxy = new realm.Proxy(target, { get: trap, getPrototypeOf: trap, ownKeys: trap })
  expect(targets.targetOf(proxy)).toBe(target)
  expect(targets.targetOf(target)).toBeUndefined()
})

it('knows that a Proxy was revoked', () => {
  const { realm, targets } = installed()
  const target = {}
  const { proxy, revoke } = realm.Proxy.revocable(target, {})
  expect(targets.targetOf(proxy)).toBe(target)
  revoke()
  expect(targets.targetOf(proxy)).toBeNull()
  expect(() => Reflect.get(proxy, 'a')).toThrow(TypeError)
})

it('throws what the browser’s own throws', () => {
  const { realm } = installed()
  expect(() => Reflect.construct(realm.Proxy, [1, {}])).toThrow(TypeError)
  expect(() => Reflect.apply(realm.Proxy, undefined, [{}, {}])).toThrow(TypeError)
})
