import type { ConsoleLevel } from '../../../core/trace/event.ts'
import { deliverSignal } from '../signals.ts'
import type { NodeCore } from './node-core.ts'

const MEMORY = { rss: 48_000_000, heapTotal: 12_000_000, heapUsed: 8_000_000 }

/** What of `process` few servers use: streams, memory, warnings, signals. */
export function addProcess(core: NodeCore): void {
  const { process, world, unfinished, print, streams } = core
  const { life, clock } = world

  const standard = (stream: 'out' | 'err', level: ConsoleLevel, fd: number) => {
    /** What is not a whole line is shown when the turn is over: nothing may follow for long. */
    const finish = () => {
      if (unfinished[stream] !== '') print(level, '')
    }
    life.whenEnded(finish)
    let isWaiting = false
    const target = new streams.Writable({
      decodeStrings: false,
      write(chunk: unknown, _encoding: string, callback: () => void) {
        const lines = String(chunk).split('\n')
        const rest = lines.pop() ?? ''
        for (const line of lines) print(level, line)
        unfinished[stream] += rest
        if (rest !== '' && !isWaiting) {
          isWaiting = true
          clock.queueTask(() => {
            isWaiting = false
            finish()
            return undefined
          })
        }
        callback()
      },
    })
    return Object.assign(target, { fd, isTTY: false, columns: 80, rows: 24 })
  }

  const hrtime = Object.assign(
    (previous?: readonly [number, number]) => {
      const nanoseconds = Math.round(clock.now() * 1e6)
      const seconds = Math.floor(nanoseconds / 1e9) - (previous?.[0] ?? 0)
      const rest = (nanoseconds % 1e9) - (previous?.[1] ?? 0)
      return rest < 0 ? [seconds - 1, rest + 1e9] : [seconds, rest]
    },
    { bigint: () => BigInt(Math.round(clock.now() * 1e6)) },
  )

  const warned = new Set<string>()
  const emitWarning = (warning: unknown, given?: unknown, code?: unknown) => {
    const options = typeof given === 'object' && given !== null ? given : { type: given, code }
    const { type = 'Warning', code: coded } = options as Readonly<Record<string, unknown>>
    const isError = warning instanceof Error
    const name = isError ? warning.name : String(type)
    const message = isError ? warning.message : String(warning)
    if (name === 'DeprecationWarning' && warned.has(String(coded))) return
    warned.add(String(coded))
    const label = typeof coded === 'string' ? `[${coded}] ` : ''
    process.nextTick(() => {
      print('error', `(node:1) ${label}${name}: ${message}`)
      process.emit('warning', isError ? warning : Object.assign(new Error(message), { name }))
    })
  }

  const kill = (pid: number, signal: string | number = 'SIGTERM') => {
    if (pid !== process.pid) {
      throw Object.assign(new Error('kill ESRCH'), { code: 'ESRCH', syscall: 'kill', errno: -3 })
    }
    if (signal === 0) return true
    const name = String(signal)
    // A signal comes from outside the program: after what it does now.
    clock.queueTask(() => {
      if (name === 'SIGKILL') life.kill()
      else world.stall.run(() => deliverSignal({ life, process }, name))
      return undefined
    })
    return true
  }

  Object.defineProperty(Object.getPrototypeOf(process), 'constructor', {
    value: Object.defineProperty(() => undefined, 'name', { value: 'process' }),
  })
  Object.assign(process, {
    stdout: standard('out', 'log', 1),
    stderr: standard('err', 'error', 2),
    stdin: new streams.Readable({ read: () => undefined }),
    hrtime,
    uptime: () => clock.now() / 1000,
    execArgv: [],
    version: 'v20.19.0',
    versions: { node: '20.19.0' },
    cwd: () => '/',
    memoryUsage: Object.assign(() => ({ ...MEMORY, external: 1_500_000, arrayBuffers: 20_000 }), {
      rss: () => MEMORY.rss,
    }),
    cpuUsage: () => ({ user: Math.round(clock.now() * 10), system: Math.round(clock.now()) }),
    resourceUsage: () => ({ maxRSS: 48_000 }),
    emitWarning,
    kill,
    abort: () => life.exit(134),
    title: 'node',
    arch: 'x64',
    execPath: '/usr/bin/node',
    ppid: 0,
    release: { name: 'node' },
    config: {},
    features: {},
    umask: () => 18,
    chdir: () => undefined,
    getuid: () => 0,
    getgid: () => 0,
  })
}
