/** A real Redis, or Valkey, for one file of tests. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { findProgram, redis } from '../../scripts/find-program.mjs'
import { findFreePorts } from '../conformance/node-scenario.ts'

export interface RedisServer {
  readonly url: string
  stop(): Promise<void>
}

/** Starts one without files, and waits until it answers. @param wanted a port; absent: any that is free. */
export async function startRedis(wanted?: number): Promise<RedisServer> {
  const program = findProgram(redis)
  const [free = 0] = await findFreePorts(1)
  const port = wanted ?? free
  const child = spawn(program, ['--port', String(port), '--save', '', '--appendonly', 'no'])
  let printed = ''
  child.stdout.on('data', (data: Buffer) => (printed += data.toString()))
  const exit = once(child, 'exit')
  const ready = await Promise.race([exit.then(() => false), answers(port)])
  if (!ready) throw new Error(`Redis did not start: ${printed}`)
  return {
    url: `redis://127.0.0.1:${String(port)}`,
    async stop() {
      child.kill()
      await exit
    },
  }
}

/** Resolves when a Ping is answered; never where it is not. */
async function answers(port: number): Promise<boolean> {
  for (;;) {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'))
    const isReady = await new Promise<boolean>((resolve) => {
      socket
        .once('data', (data) => resolve(data.toString().startsWith('+PONG')))
        .once('error', () => resolve(false))
    })
    socket.destroy()
    if (isReady) return true
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
