import { describe, expect, it } from 'vitest'
import { nodeModuleLoader } from '../testing/node-module-loader.ts'
import { readServerSource } from './read-server-source.ts'
import { prepareServer } from './server-source.ts'

const found: unknown[] = []
const modules = {
  ws: { default: 'the default', WebSocketServer: 'the server', 'odd name': 'odd' },
  'node:test': { default: 1, note: (value: unknown) => found.push(value) },
}
const prepare = (source: string) =>
  prepareServer(readServerSource(source, 'server.js'), {
    name: 'server.js',
    modules,
    globals: { answer: 42 },
  })

async function run(source: string): Promise<unknown[]> {
  found.length = 0
  const prepared = prepare(`import { note } from 'node:test'\n${source}`)
  await nodeModuleLoader(prepared.source)
  prepared.release()
  return [...found]
}

describe('a prepared server program', () => {
  it('finds every kind of import, also before its import declaration', async () => {
    expect(
      await run(`
        note(server)
        import ws, { WebSocketServer as server } from "ws"
        import * as all from "ws"
        import { 'odd name' as odd } from "ws"
        import "ws"
        note(ws); note(all.WebSocketServer); note(odd); note(answer)
        note((await import('ws')).default)
      `),
    ).toEqual(['the server', 'the default', 'the server', 'odd', 42, 'the default'])
  })

  it.each([
    'const answer = 1',
    'import answer from "ws"',
    'import { WebSocketServer as answer } from "ws"',
    'import * as answer from "ws"',
    'function answer() {}',
    'export class answer {}',
    'export default function answer() {}',
    'let { a: { b: [answer = 2] } } = { a: { b: [] } }',
    'let [...answer] = []',
    'let { ...answer } = {}',
    'if (true) { for (var answer = 1; answer < 2; answer++); }',
  ])('may declare what is also a global: %s', async (declaration) => {
    const [value] = await run(`${declaration}; note(answer)`)
    expect(value).not.toBe(42)
  })

  it('finds the global where only a function or a block declares its name', async () => {
    const source =
      'function f(answer) { var answer; class answers {} } { let answer } export default () => 1'
    expect(await run(`${source}; note(answer)`)).toEqual([42])
  })

  it('keeps its lines', () => {
    const source = "import ws\n  from 'ws'\n\nthrow ws"
    const prepared = prepare(source).source.split('\n')
    expect(prepared[3]).toBe('throw ws')
    expect(prepared.at(-1)).toBe('//# sourceURL=server.js')
  })

  it('names the module that cannot be imported, and those that can', () => {
    expect(() => prepare('\nimport fs from "fs"')).toThrow(
      'server.js:2:1: server.js cannot import "fs". In the page it may import node:test, ws',
    )
  })

  it('names the export that is missing', () => {
    expect(() => prepare('import { Server } from "ws"')).toThrow(
      "server.js:1:1: The requested module 'ws' does not provide an export named 'Server'",
    )
  })

  it('cannot export from another module', () => {
    expect(() => prepare('let a\nexport * from "ws"')).toThrow(
      'server.js:2:1: A server program cannot export from another module',
    )
  })

  it('says where a syntax error is', () => {
    expect(() => prepare('let x = 1\nlet let = 2')).toThrow(/^server\.js:2:\d+: /)
  })
})
