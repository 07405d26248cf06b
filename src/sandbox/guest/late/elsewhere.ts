/**
 * Stands in for what the in-page network has for pages of their own, and no run of the sandbox uses:
 * the real clock, servers with names, and a trace as JSON.
 */
import type { createRealClock as clock } from '../../../in-page-network/clock/real-clock.ts'
import type { runNamedServers as servers } from '../../../in-page-network/server/named-servers.ts'

const none = (): never => {
  throw new Error('The sandbox has none of this')
}

export const createRealClock: typeof clock = none
export const traceToJson: () => string = none
export const runNamedServers: typeof servers = () => ({
  ready: Promise.resolve(),
  whenReady: (callback) => callback(),
})
