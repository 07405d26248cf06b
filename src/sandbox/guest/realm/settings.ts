/** What a worker or a frame of a program is told before any of its own code runs. */
import type { SandboxEndpoint } from '../../messages.ts'

export interface RealmSettings {
  /** Unique in a run, and part of the names of connections: `w1`, `f2`, `w1-w2`. */
  readonly name: string
  /** Nobody else knows it: by it a realm knows the message that brings its ports. */
  readonly key: string
  readonly runId: string
  /** When the run began: milliseconds since the epoch, as `performance.timeOrigin` counts them. */
  readonly begin: number
  readonly endpoint: Exclude<SandboxEndpoint, { kind: 'built-in' }>
  readonly routed: boolean
  /** The URL of a worker, as the program knows it. */
  readonly url?: string
  /** The script that reads this, for the realms that this one makes. */
  readonly prelude: string
}

/** What a realm tells the one that made it. */
export interface RealmState {
  /** A socket is not CLOSED, a timer is pending, or one of its own realms is busy. */
  readonly busy: boolean
}

/** Carries two ports: to the page, and to the realm that made this one. */
export interface RealmPorts {
  readonly upgrade101: string
}

const GLOBAL = 'upgrade101_realm'

/** A script for one realm, on one line: the lines of what follows stay as they are. */
export function realmScript(settings: RealmSettings): string {
  // Also within HTML.
  const json = JSON.stringify(settings).replaceAll('<', '\\u003c')
  return `self.${GLOBAL}=${json};${settings.prelude.trim()};`
}

/** Called by that script: nothing of it is left for the program to find. */
export function takeSettings(): RealmSettings {
  // Put there by `realmScript`.
  const settings = Reflect.get(globalThis, GLOBAL) as RealmSettings
  Reflect.deleteProperty(globalThis, GLOBAL)
  return settings
}

export function isPortsMessage(data: unknown, key: string): data is RealmPorts {
  return typeof data === 'object' && data !== null && Reflect.get(data, 'upgrade101') === key
}
