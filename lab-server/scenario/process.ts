/**
 * The `process` that a scenario finds: Node's, except that it ends the scenario's run and nothing
 * else, and that its events are those of the scenario.
 */
import { EventEmitter } from 'node:events'

/** Unwinds the code that called `process.exit()`, which never returns. */
class ScenarioExit extends Error {
  override readonly name = 'ScenarioExit'
}

export interface ScenarioProcess {
  /** For the scenario's program. */
  readonly process: NodeJS.Process
  /** Whether the program handles an error by itself, as `process.on('uncaughtException')` lets it. */
  handles(
    error: unknown,
    kind: 'uncaughtException' | 'unhandledRejection',
    promise?: unknown,
  ): boolean
}

/** @param ended The program called `process.exit()`. */
export function createProcess(ended: (code: unknown) => void): ScenarioProcess {
  const events = new EventEmitter()
  let isExiting = false
  const own: Record<PropertyKey, unknown> = {
    exitCode: undefined,
    exit(code?: unknown) {
      const exitCode = code ?? own['exitCode'] ?? 0
      own['exitCode'] = exitCode
      if (!isExiting) {
        isExiting = true
        events.emit('exit', exitCode)
      }
      ended(exitCode)
      throw new ScenarioExit('The process has ended')
    },
  }
  const isOurs = (key: PropertyKey): boolean => key in own || key in EventEmitter.prototype
  const scenarioProcess = new Proxy(process, {
    get(target, key) {
      if (key in own) return own[key]
      // `on` and its like are bound: Node's own would listen to the lab server's process.
      const holder: object = isOurs(key) ? events : target
      const value: unknown = Reflect.get(holder, key)
      return typeof value === 'function' ? (value.bind(holder) as unknown) : value
    },
    set(_target, key, value) {
      own[key] = value
      return true
    },
  })
  return {
    process: scenarioProcess,
    handles(error, kind, promise) {
      if (error instanceof ScenarioExit) return true
      if (kind === 'unhandledRejection' && events.listenerCount(kind) > 0) {
        events.emit(kind, error, promise)
        return true
      }
      if (events.listenerCount('uncaughtException') > 0) {
        events.emit('uncaughtException', error, kind)
        return true
      }
      if (!isExiting) {
        isExiting = true
        events.emit('exit', 1)
      }
      return false
    },
  }
}
