/** Stands in for the proxy that cuts idle connections, which is in the part `idle`. */
import type { createIdleProxy as real } from '../../../in-page-network/link/idle-proxy.ts'
import type { idleProxyPart } from './idle-proxy-part.ts'
import { isNeeded, partOf } from './part.ts'

/** The conditions of a run do not change while it goes on: without a timeout nothing is cut. */
export const createIdleProxy: typeof real = (world) =>
  // What that part's entry provides.
  isNeeded('idle') ? (partOf('idle') as typeof idleProxyPart).createIdleProxy(world) : undefined
