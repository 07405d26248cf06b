import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { prepareProgram } from '../prepare-program.ts'
import { scanProgram } from './scan-program.ts'

const root = new URL('../../../', import.meta.url)

/** Texts of the programs that lessons and scenarios bring, by path. */
const brought = ['lessons/', 'scenarios/'].flatMap((folder) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .map((path) => [folder + path, readFileSync(new URL(folder + path, root), 'utf8')] as const),
)

/** Both ways to read a text: as the client's program and as the server's. */
const programsOf = (text: string) => [
  { 'client.js': text },
  { 'client.js': 'for (;;) break', 'server.js': text },
]

/** Whether acorn can parse it: what it refuses, the browser refuses too, where it runs. */
function isValid(prepared: ReturnType<typeof prepareProgram>): boolean {
  const server = prepared['server.js']
  return (
    prepared['client.js'].unparsable === undefined &&
    server?.unparsable === undefined &&
    server?.server.kind !== 'refused'
  )
}

/** How many of the ways to read it needed no parser. All of them give what the parser gives. */
function readings(text: string): number {
  return programsOf(text).filter((program) => {
    const scanned = scanProgram(program)
    if (scanned === null) return false
    const prepared = prepareProgram(program)
    if (isValid(prepared)) expect(scanned).toEqual(prepared)
    return true
  }).length
}

describe('what lessons and scenarios bring', () => {
  it.each(brought)('%s is read as a parser reads it, or left to one', (_path, text) => {
    // What has no import may be CommonJS on the server's side; what imports a library is a module.
    const isPlain =
      !/\bclass\b|\bawait\b|^import .* from '(?:vitest|react|vue|socket|graphql)/m.test(text)
    if (isPlain) expect(readings(text)).toBeGreaterThan(0)
    else readings(text)
  })

  it('needs no parser for the first lesson and its server', () => {
    const file = (name: string) => readFileSync(new URL(name, root), 'utf8')
    const program = {
      'client.js': file('lessons/first-echo/start/client.js'),
      'server.js': file('scenarios/echo.js'),
    }
    expect(scanProgram(program)).toEqual(prepareProgram(program))
  })
})

describe('without a parser', () => {
  it.each([
    'for (const a of b) for (const c in d) e()\nwhile (f) g()\ndo { h() } while (i)',
    'if (a) while (b) if (c) d(); else e()',
    'label: for (;;) { continue label }',
    'const a = () => 1, b = async (c) => ({ c }), d = (e) => (f) => e + f',
    'const a = function () {}, b = async function* c() {}\nfunction d(e = () => 1) {}',
    'const o = { a() {}, async b() { await c() }, d: () => 1, for: 2, e: function () {} }',
    'async function a() { for await (const b of c()) await b }',
    'x.for(y); x?.function.while(z)',
    'const a = b / c / d, e = /[/"]\\/\'/g.test(f), g = (h) / i / j',
    'if (a) /for (;;) {/.test(b)',
    'return /a/\n',
    'const a = `${b((c) => `${c}`)} => { ${`for (;;)`}`',
    'a?.5:1',
    '"for (;;) {}"; \'=> {\'; // () => {}\n/* while (true) { */ b()',
    'a = 1..toFixed() + .5 + 0x1F + 1_000n + 1e-3',
    'switch (a) { case 1: { b(); break } default: c(() => 1) }',
    'try { a() } catch { b() } finally { c() }\ntry { d() } catch (e) { f() }',
    'π = () => 名字\nconst \u{20BB7} = function () {}',
    'import a, { b as c, default as d } from "x"\nimport * as e from \'y\';\nimport "z"\nfunction f() {}',
    'let a\nlet { b, c } = d\nasync function e() {}\nconst f = function g() {}',
  ])('it reads %s', (text) => {
    expect(readings(text)).toBeGreaterThan(0)
  })

  it.each([
    'class A { for() {} }',
    'await a',
    'const o = { if(a) {}, b: 1 }',
    'const o = { a: 1, catch(b) {} }',
    'function f() { "use strict" }',
    'a = {} / 1',
    'a++ / 1',
    'do a(); while (b)',
    'const o = { [a]() {}, get b() { return 1 } }',
    'a = 1 <!-- b',
    'a\n--> b',
    '\\u0061 = 1',
    '#!/usr/bin/env node\na()',
    'a(',
    'a(]',
    '`${a',
    '"a',
    'a /* b',
    'a = /* b /',
    '3in a',
  ])('it leaves %s to one', (text) => {
    expect(scanProgram({ 'client.js': text })).toBeNull()
  })

  it.each([
    'export const a = 1',
    'import a from "b" with { type: "json" }',
    'import("a")',
    'const a = 1, b = 2',
    'const { a: b } = c',
    'const [a] = b',
    '{ var a }',
    'a(); import "b"',
  ])('it leaves the server program %s to one', (text) => {
    expect(scanProgram({ 'client.js': '', 'server.js': text })).toBeNull()
  })

  it('it leaves what fills the stack to one', () => {
    const text = `a = "${'b'.repeat(50_000_000)}"`
    const scanned = scanProgram({ 'client.js': text })
    if (scanned !== null) expect(scanned['client.js'].code).toBe(text)
  })

  it('it reads whatever is put together as a parser does', () => {
    const piece = fc.constantFrom(
      ...'a b ( ) { } [ ] ; , . : ? = => + ++ / /x/g \n async await function for while do if else'.split(
        ' ',
      ),
      ...'const let var return of in get 1 "s" `t` `${ catch try switch new ... * !'.split(' '),
      ' (a) => a',
      ' async (b) => { c }',
      'for (;;) ',
      'while (a) ',
      'if (a) ',
      'function f() {}',
      '{ m() {} }',
      'o = { a, b() {}, async c() {} }',
      'import { x } from "y"\n',
      '// c\n',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        readings(pieces.join(' '))
      }),
      { numRuns: 3_000 },
    )
  })
})

describe('TypeScript is left to the parser, which takes its types out', () => {
  it.each([
    'interface Reply {\n  text: string\n}\n',
    'export type Reply = string',
    'const ws: WebSocket = new WebSocket(url)',
    'ws.onmessage = (event: MessageEvent) => {}',
    'function say(text?: string, times: number) {}',
    'const f = (a): void => {}',
    'const reply = JSON.parse(data) as Reply',
    'const all = [] satisfies string[]',
    'log(element!.value)',
    'log(element!)',
    'const element = find()!\nlog(element)',
    'const seen = new Map<string, number>()',
    'class Room {\n  private name = 1\n}',
  ])('%s', (source) => {
    expect(scanProgram({ 'client.js': source })).toBeNull()
    expect(scanProgram({ 'client.js': '', 'server.js': source })).toBeNull()
  })

  it.each([
    'log(a ? b : c)',
    'const o = { a: b, c: d }',
    'f({ a: b }, c)',
    'f(o, c ? a : b, d)',
    'if (!a) log(b != c, a !== b)',
    'switch (a) { case b: log(c) }',
  ])('and JavaScript is not: %s', (source) => {
    expect(scanProgram({ 'client.js': source })).not.toBeNull()
  })

  it.each(['):', '(a', 'a', '\n', 'type', 'new a'])(
    'spaces after %j cost no more than others',
    (start) => {
      const spaces = ' '.repeat(1 << 20)
      expect(
        scanProgram({ 'client.js': `${start}${'\n'.repeat(1 << 20)}${spaces}${start}` }),
      ).toBeDefined()
    },
  )
})
