import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { originalColumn } from './insertions.ts'
import { instrument, type InstrumentedFile, type InstrumentOptions } from './instrument.ts'

const options: InstrumentOptions = { counter: '$n', check: '$check', firstSite: 0 }

function instrumented(source: string, more: Partial<InstrumentOptions> = {}): InstrumentedFile {
  const result = instrument(source, { ...options, ...more })
  if ('unparsable' in result) throw new Error(result.unparsable.message)
  return result.file
}

/** Runs a script whose guards all call `check`; gives `result` and the sites that were passed. */
function run(source: string): { result: unknown; passed: number[] } {
  const passed: number[] = []
  const context = {
    result: undefined as unknown,
    $n: 1e9,
    $check: (site: number) => {
      passed.push(site)
    },
  }
  runInNewContext(instrumented(source).code, context)
  return { result: context.result, passed }
}

function runPlain(source: string): unknown {
  const context = { result: undefined as unknown }
  runInNewContext(source, context)
  return context.result
}

describe('instrumented programs mean what they meant', () => {
  const programs: Record<string, string> = {
    'loops with blocks': 'result = 0; for (let i = 0; i < 5; i++) { result += i }',
    'loops with a single statement': 'result = 0; for (const i of [1, 2, 3]) result += i',
    'loops with an empty statement': 'let i = 0; while (i++ < 4); result = i',
    'nested loops without braces':
      'result = []; for (const a of [1, 2]) for (const b in { x: 1, y: 2 }) result.push(a + b)',
    'do while without braces or semicolon':
      'result = 0\ndo result++\nwhile (result < 3)\nresult *= 2',
    'if and else as a loop body':
      'result = []; for (let i = 0; i < 4; i++) if (i % 2) result.push(i); else result.push(-i)',
    'labels with break and continue':
      'result = []; outer: for (let i = 0; i < 3; i++) { for (;;) { if (i === 1) continue outer; result.push(i); if (i === 2) break outer; break } }',
    'a label on the body of a loop':
      'result = 0; while (result < 2) inner: { result++; break inner }',
    'closures over loop variables':
      'const fs = []; for (let i = 0; i < 3; i++) fs.push(() => i); result = fs.map((f) => f())',
    'arrow functions that return an object': 'result = (() => ({ a: 1 }))()',
    'arrow functions that return a sequence': 'result = (() => (1, 2))()',
    'arrow functions that return arrow functions':
      'result = ((a) => (b) => (c) => a + b + c)(1)(2)(3)',
    'arrow functions as the body of a loop':
      'let f; for (let i = 0; i < 2; i++) f = (x) => x + i\nresult = f(1)',
    'arrow functions with the in operator': 'result = ((o) => "a" in o)({ a: 1 })',
    'names of functions':
      'const a = () => 1, b = function () {}, o = { c() {}, d: () => 2, get e() { return 1 } }; class F { static g = () => 3; h() {} }; result = [a.name, b.name, o.c.name, o.d.name, F.g.name, F.prototype.h.name, (() => () => 1)().name]',
    'lengths of functions': 'result = [((a, b) => 1).length, (function (a, b = 1) {}).length]',
    'default parameters that see each other': 'result = ((a, b = () => a, c = b() + 1) => c)(1)',
    generators:
      'function* g() { for (;;) { const x = yield 1; if (x) return x } } const i = g(); result = [i.next().value, i.next(7).value]',
    'classes with every kind of member':
      'class A { #p = 1; static s = 2; static { A.t = 3 } get p() { return this.#p } set p(v) { this.#p = v } static m() { return 4 } *[Symbol.iterator]() { yield this.#p } } class B extends A { constructor() { super(); this.p = 9 } } result = [new B().p, A.s, A.t, A.m(), [...new B()]]',
    'this and arguments':
      'const o = { x: 1, f() { return [this.x, arguments.length, (() => this.x)()] } }; result = o.f(1, 2)',
    'use strict with its semicolon': 'function f() { "use strict"; return this } result = f()',
    'use strict without its semicolon': 'function f() {\n"use strict"\nreturn this }\nresult = f()',
    'a string that only looks like a directive':
      'function f() { ("use strict"); return this === undefined } result = f()',
    'functions hoisted over their guards':
      'result = f(); function f() { return g(); function g() { return 5 } }',
    'direct eval in an arrow function': 'result = ((a) => eval("a + 1"))(1)',
    'template literals with functions': 'result = `${[1, 2].map((x) => x * 2)}`',
    'comments between the tokens':
      'result = ((x) => /* a */ x /* b */)(1); for (;;) /* c */ break // d',
    'var at the top is global': 'var ws = 1; result = this.ws',
  }

  for (const [name, source] of Object.entries(programs)) {
    it(`keeps ${name}`, () => {
      expect(run(source).result).toEqual(runPlain(source))
    })
  }

  it('keeps async functions and for await', async () => {
    const source =
      'result = (async () => { let sum = 0; for await (const x of [1, Promise.resolve(2)]) sum += x; return await (async (y) => y + sum)(1) })()'
    expect(await run(source).result).toBe(4)
  })
})

describe('guards', () => {
  it('are in every kind of loop', () => {
    const { sites } = instrumented(
      'for (;;) {}\nfor (a in b) {}\nfor (a of b) {}\nwhile (a) {}\ndo {} while (a)',
    )
    expect(sites.map(({ kind, line }) => `${kind} ${line}`)).toEqual([
      'loop 1',
      'loop 2',
      'loop 3',
      'loop 4',
      'loop 5',
    ])
  })

  it('run once for every turn of a loop', () => {
    expect(run('for (let i = 0; i < 3; i++);').passed).toEqual([0, 0, 0])
  })

  it('are where a function starts, and a method starts at its name', () => {
    const { sites } = instrumented(
      'ws.onopen = async () => 1\nfunction f() {}\nclass A {\n  static m() {}\n}\nconst o = {\n  handleEvent(e) {},\n  g: function () {},\n}',
    )
    expect(sites.map(({ line, column }) => [line, column])).toEqual([
      [1, 13],
      [2, 1],
      [4, 3],
      [7, 3],
      [8, 6],
    ])
  })

  it('are numbered from the given first site', () => {
    const { code } = instrumented('for (;;);', { firstSite: 40 })
    expect(code).toContain('$check(40)')
  })
})

describe('positions', () => {
  it('keeps every line where it was', () => {
    const source = 'for (const a of b) {\n  c(() => d)\n}\n\nwhile (x)\n  y()\n'
    const lines = instrumented(source).code.split('\n')
    expect(lines).toHaveLength(source.split('\n').length)
    expect(lines[4]).toBe('while (x)')
  })

  it('maps the column of everything after a guard back', () => {
    const source = 'for (;;) { run(() => ws.send(1)); ws.close() }'
    const { code, insertions } = instrumented(source)
    for (const word of ['run', 'ws.send', 'send', 'ws.close', 'close']) {
      expect(originalColumn(insertions, 1, code.indexOf(word) + 1)).toBe(source.indexOf(word) + 1)
    }
  })

  it('leaves the columns of lines without a guard alone', () => {
    const { insertions } = instrumented('for (;;) {}\n  ws.send(1)')
    expect(originalColumn(insertions, 2, 6)).toBe(6)
  })

  it('reports where acorn stopped', () => {
    const result = instrument('let a = 1\nlet b = = 2', options)
    expect(result).toEqual({
      unparsable: { goal: 'script', message: 'Unexpected token', line: 2, column: 9 },
    })
  })
})

it.each(['(', '[', '1+', 'a=>', '{'])('leaves 100 000 nested %s to the browser', (opening) => {
  expect(instrument(opening.repeat(100_000), options)).toHaveProperty('unparsable')
})

describe('the goal', () => {
  it.each([
    ['script', 'var ws = new WebSocket(url)'],
    ['script', 'import("x")'],
    ['script', 'var await = 1; await\n+ 1'],
    ['script', 'const o = { await: 1 }; o.await'],
    ['module', 'import "x"'],
    ['module', 'export const a = 1'],
    ['module', 'await fetch(url)'],
    ['module', 'await (async () => {})()'],
    ['module', 'for await (const x of y) {}'],
    ['module', 'import.meta.url'],
  ])('is %s for %s', (goal, source) => {
    expect(instrumented(source).goal).toBe(goal)
  })

  it('is guessed for a text that cannot be parsed', () => {
    const broken = (source: string) => {
      const result = instrument(source, options)
      return 'unparsable' in result ? result.unparsable.goal : undefined
    }
    expect(broken('import { a } from "x"\n)')).toBe('module')
    expect(broken('var a = )')).toBe('script')
  })
})

describe('modules', () => {
  it('list what they import, with its place', () => {
    const { imports } = instrumented('import a from "ws"\nexport * from "node:http"\nexport {}')
    expect(imports).toEqual([
      { specifier: 'ws', line: 1, column: 1 },
      { specifier: 'node:http', line: 2, column: 1 },
    ])
  })

  it('get their prologue on the first line', () => {
    const { code, insertions } = instrumented('import a from "x"', {
      goal: 'module',
      modulePrologue: 'begin();',
    })
    expect(code).toBe('begin();import a from "x"')
    expect(originalColumn(insertions, 1, 9)).toBe(1)
  })

  it('keep a hashbang first', () => {
    const { code } = instrumented('#!/usr/bin/env node\nrun()', {
      goal: 'module',
      modulePrologue: 'begin();',
    })
    expect(code).toBe('#!/usr/bin/env node\nbegin();run()')
  })
})
