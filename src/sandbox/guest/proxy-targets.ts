/**
 * What is behind the program's Proxies: nothing but their constructor knows. A trap would be code of
 * the program's.
 */
export class ProxyTargets {
  readonly #targets = new WeakMap<object, object | null>()

  /** Puts a `Proxy` in the realm that notes what it makes. */
  install(realm: typeof globalThis): void {
    const native = realm.Proxy
    const noted = <P extends object>(proxy: P, target: object): P => {
      this.#targets.set(proxy, target)
      return proxy
    }
    const revocable = (target: object, handler: ProxyHandler<object>) => {
      const { proxy, revoke } = native.revocable(target, handler)
      return {
        proxy: noted(proxy, target),
        revoke: () => {
          this.#targets.set(proxy, null)
          revoke()
        },
      }
    }
    const noting = new Proxy(native, {
      // What is constructed from two objects is a Proxy; for anything else it has thrown.
      construct: (_native, args: [object, ProxyHandler<object>]) =>
        noted(new native(...args), args[0]),
      get: (target, key): unknown =>
        key === 'revocable' ? revocable : (Reflect.get(target, key) as unknown),
    })
    Object.defineProperty(realm, 'Proxy', { value: noting, writable: true, configurable: true })
  }

  /** Null after it was revoked, undefined where it is no Proxy of the program's. */
  readonly targetOf = (value: object): object | null | undefined => this.#targets.get(value)
}
