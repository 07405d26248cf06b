/** Settings of a worker or iframe, set before any of its own code runs. */
import type { SandboxEndpoint } from '../../messages.ts'

export interface RealmSettings {
  /** Unique in a run, and part of connection ids: `w1`, `f2`, `w1-w2`. */
  readonly name: string
  /** A secret in the message that brings the realm its ports. */
  readonly key: string
  readonly runId: string
  /** When the run began: milliseconds since the epoch, as `performance.timeOrigin` counts them. */
  readonly begin: number
  readonly endpoint: Exclude<SandboxEndpoint, { kind: 'built-in' }>
  readonly routed: boolean
  /** The program's URL for the worker. */
  readonly url?: string
  /** The script that reads these settings, for realms that this one makes. */
  readonly prelude: string
}

/** A message of a realm to the realm that made it. */
export interface RealmState {
  /** A socket is not CLOSED, a timer is pending, or a realm that it made is busy. */
  readonly busy: boolean
}

/** Carries two ports: to the page, and to the realm that made this one. */
export interface RealmPorts {
  readonly upgrade101: string
}

const GLOBAL = 'upgrade101_realm'

/** The script for one realm, on one line, so that the lines after it keep their numbers. */
export function realmScript(settings: RealmSettings): string {
  // Safe inside HTML too.
  const json = JSON.stringify(settings).replaceAll('<', '\\u003c')
  return `self.${GLOBAL}=${json};${settings.prelude.trim()};`
}

/** Takes the settings that `realmScript` left, so that the program cannot find them. */
export function takeSettings(): RealmSettings {
  // Put there by `realmScript`.
  const settings = Reflect.get(globalThis, GLOBAL) as RealmSettings
  Reflect.deleteProperty(globalThis, GLOBAL)
  return settings
}

export function isPortsMessage(data: unknown, key: string): data is RealmPorts {
  return typeof data === 'object' && data !== null && Reflect.get(data, 'upgrade101') === key
}
