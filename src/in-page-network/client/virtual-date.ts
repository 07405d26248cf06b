/** A `Date` whose present is `now()`, Unix milliseconds. Dates it makes are real dates. */
export function createVirtualDate(now: () => number): DateConstructor {
  const RealDate = Date
  const proxy: DateConstructor = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct(target, args: unknown[], newTarget) {
      const present = args.length === 0 ? [now()] : args
      const subclass: unknown = newTarget === proxy ? target : newTarget
      // `new` was called with it, so it is a constructor.
      return Reflect.construct(target, present, subclass as NewableFunction) as object
    },
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  })
  return proxy
}
