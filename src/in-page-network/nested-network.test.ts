/** A network within a run: its virtual clock moves while that of the run stands still. */
import { expect, it } from 'vitest'
import { createVirtualClock } from './clock/virtual-clock.ts'
import { createNetwork } from './create-network.ts'
import { functionLoader } from './server/module-loader.ts'

const SERVER = `import { WebSocketServer } from 'ws'
new WebSocketServer({ port: 8080 }).on('connection', (socket) => {
  socket.on('message', (data) => setTimeout(() => socket.send(String(data)), 60_000))
})`

it('a minute passes in it, and none in the run, which waits for it', async () => {
  const run = createVirtualClock()
  const seen: string[] = []

  run.queueTask(() => {
    void test()
    return undefined
  })
  run.setTimer(() => {
    seen.push(`a timer of the run at ${run.now()}`)
    return undefined
  }, 5)

  async function test() {
    const network = createNetwork({
      clock: 'virtual',
      conditions: { latency: 40 },
      baseUrl: 'http://chat.example/',
      servers: { 'chat.example:8080': SERVER },
      load: functionLoader,
      nextTurn: () =>
        new Promise((resolve) => {
          run.queueTask(() => {
            resolve()
            return undefined
          })
        }),
    })
    const ws = new network.WebSocket('ws://chat.example:8080/')
    ws.onopen = () => ws.send('Hello')
    ws.onmessage = ({ data }) => {
      seen.push(`${String(data)} after ${network.clock.now()}, in the run ${run.now()}`)
      ws.close()
    }
    await network.clock.runUntilIdle()
  }

  await run.runUntilIdle()
  expect(seen).toEqual(['Hello after 60240, in the run 0', 'a timer of the run at 5'])
})

it('a module that is evaluated in a function may await, throw and be CommonJS', async () => {
  Object.assign(globalThis, { functionLoaderSaw: [] })
  await functionLoader('await null\nfunctionLoaderSaw.push(1)')
  await functionLoader('functionLoaderSaw.push(typeof arguments)', true)
  await expect(functionLoader("throw new RangeError('no')")).rejects.toThrow(RangeError)
  await expect(functionLoader('export const a = 1')).rejects.toThrow(SyntaxError)
  expect(Reflect.get(globalThis, 'functionLoaderSaw')).toEqual([1, 'undefined'])
})
