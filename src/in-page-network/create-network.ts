import type { Network, NetworkOptions, RealNetwork, VirtualNetwork } from './network.ts'

/**
 * Makes a network with its own clock, randomness and hosts. Same options and same programs, same
 * trace, when the clock is virtual.
 */
export function createNetwork(
  options: NetworkOptions & { readonly clock: 'virtual' },
): VirtualNetwork
export function createNetwork(options: NetworkOptions & { readonly clock: 'real' }): RealNetwork
export function createNetwork(options: NetworkOptions): Network
export function createNetwork(options: NetworkOptions): Network {
  throw new Error(`Not built yet: ${options.clock}`)
}
