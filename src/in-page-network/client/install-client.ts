import type { Network } from '../network.ts'
import type { ClientGlobals } from './globals.ts'

/** Puts a program's globals in the place of a window's own. */
export function installClient(
  window: typeof globalThis,
  apis: Pick<Network, 'WebSocket' | 'fetch' | 'EventSource'>,
  globals: ClientGlobals,
): void {
  const replace = (holder: object, name: string, value: unknown) => {
    const before = Object.getOwnPropertyDescriptor(holder, name)
    Object.defineProperty(holder, name, {
      value,
      writable: true,
      configurable: true,
      enumerable: before?.enumerable ?? false,
    })
  }
  for (const [name, api] of Object.entries(apis)) replace(window, name, api)
  replace(window, 'setTimeout', globals.setTimeout)
  replace(window, 'clearTimeout', globals.clearTimeout)
  replace(window, 'setInterval', globals.setInterval)
  replace(window, 'clearInterval', globals.clearInterval)
  replace(window, 'requestAnimationFrame', globals.requestAnimationFrame)
  replace(window, 'cancelAnimationFrame', globals.cancelAnimationFrame)
  replace(window, 'requestIdleCallback', globals.requestIdleCallback)
  replace(window, 'cancelIdleCallback', globals.cancelIdleCallback)
  replace(window, 'Date', globals.Date)
  replace(window.Date.prototype, 'constructor', globals.Date)
  replace(window.performance, 'now', globals.performanceNow)
  replace(window.Math, 'random', globals.random)
  replace(window.crypto, 'getRandomValues', globals.getRandomValues)
  replace(window.crypto, 'randomUUID', globals.randomUUID)
  replace(window.AbortSignal, 'timeout', globals.abortSignalTimeout)
}
