/** The module `redis` for server programs. In the sandbox it comes when a `server.js` names it. */
import { createClientClass, type ClientOptions, type RedisWorld } from './redis-client.ts'
import * as errors from './redis-errors.ts'

/** Exports of the real package that need more than the broker of the page. */
const NOT_SERVED = ['createCluster', 'createSentinel', 'createClientPool', 'defineScript'] as const

/** @param add takes what the package exports. */
export function addRedis(core: RedisWorld, add: (exports: object) => void): void {
  const Client = createClientClass(core)
  const refused = NOT_SERVED.map((name) => {
    const refuse = () => {
      throw new Error(`The page has one broker, and no ${name}(): createClient() leads to it.`)
    }
    return [name, refuse] as const
  })
  add({
    createClient: (options: ClientOptions = {}) => new Client(options),
    ...Object.fromEntries(refused),
    ...errors,
  })
}
