import type { TraceEvent } from '../../core/trace/event.ts'
import type { LinkConditions } from '../../core/trace/header.ts'
import { createNetwork } from '../create-network.ts'
import type { NetworkOptions, VirtualNetwork } from '../network.ts'
import { nodeModuleLoader } from './node-module-loader.ts'

export const quickLink: LinkConditions = { latency: 20, jitter: 0, bandwidth: null }

const scenarios = import.meta.glob<string>('../../../scenarios/*.js', {
  eager: true,
  query: '?raw',
  import: 'default',
})

/** The source of a scenario by its name. */
export function scenario(name: string): string {
  const source = scenarios[`../../../scenarios/${name}.js`]
  if (source === undefined) throw new Error(`There is no scenario ${name}`)
  return source
}

/** A network on virtual time with one server program running in it. */
export async function startNetwork(
  server: string,
  options: Partial<NetworkOptions> = {},
): Promise<VirtualNetwork> {
  const network = createNetwork({
    seed: 1,
    conditions: quickLink,
    routed: true,
    ...options,
    clock: 'virtual',
  })
  await network.runServer(server, { load: nodeModuleLoader })
  return network
}

/** Runs a client against a server program until nothing is left to do, or `until` milliseconds. */
export async function runProgram(
  server: string,
  client: (network: VirtualNetwork) => unknown,
  { until = Infinity, ...options }: Partial<NetworkOptions> & { readonly until?: number } = {},
): Promise<readonly TraceEvent[]> {
  const network = await startNetwork(server, options)
  await Promise.all([client(network), network.clock.runUntil(until)])
  network.stop()
  return network.trace
}

/** The events of one type, in order. */
export const ofType = <T extends TraceEvent['type']>(trace: readonly TraceEvent[], type: T) =>
  trace.filter((event): event is Extract<TraceEvent, { type: T }> => event.type === type)
