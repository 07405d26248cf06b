import { expect, test } from 'vitest'
import { prepareEvaluation, withEvaluations } from './prepare-evaluation.ts'
import { FIRST_EVALUATED_SITE, MAX_EVALUATED_SITES } from './prepared-program.ts'

/** Runs a prepared text as the sandbox does, and gives its value. */
function valueOf(source: string): unknown {
  const { code } = prepareEvaluation(source, 0)
  // Its guards count and check.
  return (0, eval)(`var upgrade101_count=0,upgrade101_check=()=>{};${code}`)
}

test('an expression has its value, and so has the last of several statements', () => {
  expect(valueOf('1 + 1')).toBe(2)
  expect(valueOf('let a = 2; a * 2')).toBe(4)
})

test('what begins with a brace is an object if it can be one, else a block', () => {
  expect(valueOf('{ code: 1000, reason: "bye" }')).toEqual({ code: 1000, reason: 'bye' })
  expect(valueOf('{ let two = 2; two }')).toBe(2)
})

test('what is declared is global, so that the next text finds it', () => {
  const { declared } = prepareEvaluation('const { a, b: [c = 1, ...d] } = o, e = 1; class F {}', 0)
  expect(declared).toEqual(['a', 'c', 'd', 'e', 'F'])
  expect(valueOf('const { x, ...others } = { x: 1, y: 2 }')).toBeUndefined()
  expect((0, eval)('[x, others]')).toEqual([1, { y: 2 }])
  expect(valueOf('function twice(n) { return 2 * n }')).toBeUndefined()
  expect((0, eval)('twice(x)')).toBe(2)
})

test('`await` stands at the top level, and its value is the value of the last expression', async () => {
  const prepared = prepareEvaluation('const answer = await Promise.resolve(41); answer + 1', 0)
  expect(prepared).toMatchObject({ isAsync: true, declared: ['answer'] })
  await expect(valueOf('const answer = await Promise.resolve(41); answer + 1')).resolves.toBe(42)
  expect(prepareEvaluation('Promise.resolve(1)', 0).isAsync).toBe(false)
})

test('loops and functions have guards, whose numbers differ from text to text', () => {
  const loop = prepareEvaluation('for (const text of ["a"]) ws.send(text)', 0)
  expect(loop.sites).toHaveLength(1)
  expect(loop.firstSite).toBe(FIRST_EVALUATED_SITE)
  expect(loop.code).toContain(String(FIRST_EVALUATED_SITE))
  const second = prepareEvaluation('while (true);', 1)
  expect(second.code).toContain(String(FIRST_EVALUATED_SITE + MAX_EVALUATED_SITES))
})

test('what cannot be parsed is left to the browser, whose error says why', () => {
  const source = 'ws.send('
  expect(prepareEvaluation(source, 0)).toMatchObject({ code: source, sites: [], declared: [] })
  expect(() => valueOf(source)).toThrow(SyntaxError)
})

test('of the inputs of a run, what was typed is prepared in its order', () => {
  const click = { kind: 'click', target: '#go', time: 0 } as const
  const typed = { kind: 'evaluate', target: 'console', value: 'f()', time: 1 } as const
  const [first, second, third] = withEvaluations([typed, click, typed])
  expect(second).toBe(click)
  expect(first?.evaluation?.firstSite).toBe(FIRST_EVALUATED_SITE)
  expect(third?.evaluation?.firstSite).toBe(FIRST_EVALUATED_SITE + MAX_EVALUATED_SITES)
})
