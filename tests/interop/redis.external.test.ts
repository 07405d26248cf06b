/**
 * The module `redis` of the page beside npm's own on Node with a real Redis or Valkey: both run the
 * same programs, and print the same.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { previewConsole } from '../../src/core/trace/describe/preview.ts'
import { createNetwork } from '../../src/in-page-network/create-network.ts'
import { nodeModuleLoader } from '../../src/in-page-network/testing/node-module-loader.ts'
import { ofType } from '../../src/in-page-network/testing/run-program.ts'
import { REDIS_PROGRAMS } from './redis-programs.ts'
import { startRedis, type RedisServer } from './redis-server.ts'

/** The last moment for a run in the page, virtual milliseconds. */
const UNTIL = 10_000

let redis: RedisServer
beforeAll(async () => {
  redis = await startRedis()
}, 300_000)
afterAll(() => redis.stop())

async function onNode(program: string): Promise<readonly string[]> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...process.env, REDIS_URL: redis.url },
  })
  let printed = ''
  child.stdout.on('data', (data: Buffer) => (printed += data.toString()))
  child.stderr.on('data', (data: Buffer) => (printed += data.toString()))
  await once(child, 'close')
  return printed.split('\n').filter((line) => line !== '')
}

async function inPage(program: string): Promise<readonly string[]> {
  const network = createNetwork({ clock: 'virtual', baseUrl: 'http://localhost/' })
  const running = network.runServer(program, { load: nodeModuleLoader })
  running.catch(() => undefined)
  let isOver = false
  void running.finally(() => (isOver = true)).catch(() => undefined)
  // A program waits at its top level for what the clock brings.
  for (let time = 0; time <= UNTIL; time += 1) {
    await network.clock.runUntil(time)
    if (isOver && network.clock.nextTime() === null) break
  }
  network.stop()
  return ofType(network.trace, 'consoleMessage')
    .flatMap((line) => previewConsole(line.arguments, 10_000).split('\n'))
    .filter((line) => line !== '')
}

describe('redis in the page is as npm’s on Node', () => {
  it.each(Object.entries(REDIS_PROGRAMS))('%s', async (_what, program) => {
    await emptied()
    const real = await onNode(program)
    expect(real).not.toEqual([])
    expect(await inPage(program)).toEqual(real)
  })
})

/** Each program begins with a Redis that has no keys, as in a page. */
async function emptied(): Promise<void> {
  const { createClient } = await import('redis')
  const client = createClient({ url: redis.url })
  await client.connect()
  await client.flushAll()
  await client.close()
}
