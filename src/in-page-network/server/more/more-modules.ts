/**
 * Node's modules that few servers import, and what few use of the others. In the sandbox they come
 * when a program names one: `src/sandbox/guest/late`.
 */
import { createAsyncHooks } from './async-hooks.ts'
import { addCryptography } from './cryptography.ts'
import { addEvents } from './events.ts'
import { createFileSystem } from './file-system.ts'
import { createHttpClient } from './http-client.ts'
import { addConnecting } from './connecting.ts'
import { createModuleModule } from './common-js.ts'
import type { NodeCore } from './node-core.ts'
import { createOs } from './os.ts'
import { path } from './path.ts'
import { createPerfHooks } from './perf-hooks.ts'
import { addProcess } from './process.ts'
import { querystring, url } from './url.ts'
import { createTimerPromises } from './timers.ts'
import { createSecure } from './secure.ts'
import { addUtil } from './util.ts'

/** Adds them to the modules that there are. */
export function addMoreModules(core: NodeCore): void {
  const { builtIn, forPackages, world } = core
  const once = <Value>(make: () => Value) => {
    let made: { readonly value: Value } | undefined
    return () => (made ??= { value: make() }).value
  }
  const add = (name: string, make: () => unknown) =>
    Object.defineProperty(builtIn, name, {
      configurable: true,
      enumerable: true,
      get: once(make),
    })

  forPackages['util/'] = builtIn['util']
  addProcess(core)
  builtIn['timers/promises'] = createTimerPromises(core.timers)
  addUtil(core)
  addEvents(core)
  addCryptography(core)
  addConnecting(core)
  createHttpClient(core)
  Object.assign(builtIn, { url, querystring, path, 'path/posix': path, ...createSecure(core) })
  const assert = once(() => core.require('assert/build/assert.js') as { readonly strict: unknown })
  add('assert', assert)
  add('assert/strict', () => assert().strict)
  builtIn['async_hooks'] = createAsyncHooks(core)
  add(
    'fs',
    once(() => createFileSystem(core)),
  )
  add('fs/promises', () => Reflect.get(Object(builtIn['fs']), 'promises') as unknown)
  add('module', () => createModuleModule(core))
  add('os', () => createOs(world))
  add('perf_hooks', () => createPerfHooks(world))
  add('stream/promises', () => Reflect.get(core.streams, 'promises') as unknown)
  add('util/types', () => Reflect.get(Object(builtIn['util']), 'types') as unknown)
}
