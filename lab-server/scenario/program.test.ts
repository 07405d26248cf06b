import { expect, test } from 'vitest'
import { readProgram } from './program.ts'

/** Runs a source that reports through `say`, with a module `ws` of plain values. */
async function run(source: string): Promise<unknown[]> {
  const said: unknown[] = []
  const ws = { default: 'the default', WebSocketServer: 'the server', WebSocket: 'the socket' }
  const modules = new Map<string, object>([['ws', ws]])
  await readProgram(source, '/course/test.js').run(modules, {
    say: (...values: unknown[]) => said.push(...values),
  })
  return said
}

test('binds every form of import', async () => {
  const said = await run(`
    import main, { WebSocketServer, WebSocket as Socket } from 'ws'
    import * as all from 'ws'
    import 'ws'
    say(main, WebSocketServer, Socket, all.WebSocket)
  `)
  expect(said).toEqual(['the default', 'the server', 'the socket', 'the socket'])
})

test('keeps lines and columns where they were', async () => {
  const source = `import { WebSocket } from 'ws'; say(new Error().stack)
    import {
      WebSocketServer,
    } from 'ws'; say(new Error().stack)`
  const [first, second] = await run(source)
  const [line1 = '', , , line4 = ''] = source.split('\n')
  expect(first).toContain(`/course/test.js:1:${line1.indexOf('new Error') + 1}`)
  expect(second).toContain(`/course/test.js:4:${line4.indexOf('new Error') + 1}`)
})

test('is strict, has top-level await and no this, as a module', async () => {
  expect(await run('say(await Promise.resolve(1), this)')).toEqual([1, undefined])
  await expect(run('undeclared = 1')).rejects.toThrow('undeclared is not defined')
})

test('may declare a name that is also bound around it', async () => {
  expect(
    await run('const tell = say; { const say = 1; tell(say) }; let URL = 2; tell(URL)'),
  ).toEqual([1, 2])
  const program = readProgram('const console = 1', '/course/test.js')
  await expect(program.run(new Map(), { console: 2 })).resolves.toBeUndefined()
})

test('starts afresh each time it runs', async () => {
  const program = readProgram('let count = 0; count += 1; say(count)', '/course/test.js')
  const said: unknown[] = []
  const bindings = { say: (value: unknown) => said.push(value) }
  await program.run(new Map(), bindings)
  await program.run(new Map(), bindings)
  expect(said).toEqual([1, 1])
})

test.each([
  [
    'import x from "./other.js"',
    'test.js:1: a scenario imports only "ws" and "node:…", not "./other.js"',
  ],
  ['\nexport const a = 1', 'test.js:2: a scenario is a program, it exports nothing'],
  ['let = 1', 'test.js:'],
])('refuses %j with the place and the reason', (source, message) => {
  expect(() => readProgram(source, 'test.js')).toThrow(message)
})

test('says which name a module does not export', async () => {
  await expect(run('import { Missing } from "ws"')).rejects.toThrow(
    'The module "ws" does not export "Missing"',
  )
})
