/**
 * Stands in for `fetch`, `EventSource` and the HTTP client, which are the part `requests`. A program
 * that names one of them gets the real ones; else there is something in their place that becomes real
 * when it is first used.
 */
import type { ClientWorld } from '../../../in-page-network/client/client-world.ts'
import { isNeeded, partOf } from './part.ts'
import type { requestsPart } from './requests-part.ts'

// What that part's entry provides.
const part = () => partOf('requests') as typeof requestsPart

type RealClient = InstanceType<typeof requestsPart.HttpClient>

/** Made when a request is. */
export class HttpClient {
  readonly #world: ClientWorld
  #real: RealClient | undefined

  constructor(world: ClientWorld) {
    this.#world = world
  }

  real(): RealClient {
    return (this.#real ??= new (part().HttpClient)(this.#world))
  }
}

export function createFetch(world: ClientWorld, client: HttpClient): typeof globalThis.fetch {
  const real = once(() => part().createFetch(world, client.real()))
  if (isNeeded('requests')) return real()
  return Object.defineProperty((...args: Parameters<typeof fetch>) => real()(...args), 'name', {
    value: 'fetch',
  })
}

export function createEventSourceClass(
  world: ClientWorld,
  client: HttpClient,
): typeof globalThis.EventSource {
  const real = once(() => part().createEventSourceClass(world, client.real()))
  if (isNeeded('requests')) return real()
  // The proxy answers for it. A class would insist on its own prototype.
  const target = function EventSource() {} as unknown as typeof globalThis.EventSource
  return new Proxy(target, {
    construct: (_target, args) => Reflect.construct(real(), args) as object,
    get: (_target, key) => Reflect.get(real(), key) as unknown,
  })
}

function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => (made ??= make())
}
