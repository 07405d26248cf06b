import { expect, it } from 'vitest'
import { runInNewContext } from 'node:vm'
import { GLOBALS, METHODS } from './names.ts'
import { capturedScript } from './captured-script.ts'

/** Evaluates a script of ours in a realm of its own, and gives what it leaves in `ours`. */
function evaluated(script: string): { ours: () => unknown; program: (code: string) => unknown } {
  const realm: { ours?: () => unknown } = {}
  runInNewContext(capturedScript(script, 'captures'), realm)
  return {
    ours: () => realm.ours?.(),
    program: (code) => runInNewContext(code, realm) as unknown,
  }
}

it('leaves what a script does as it is', () => {
  const { ours } = evaluated(`
    class Own extends Map { get(key) { return [key, super.get(key)].join() } }
    const map = new Map([['a', 1]]), own = { slice: (n) => 'own ' + n }, none = undefined
    globalThis.ours = () => [
      [1, 2, 3].slice(1).map((n) => n * 2).concat([7]).join(), (none || [4]).indexOf(4),
      map.get('a'), own.slice(1), none?.slice(1), (1.5).toFixed(2), new Own([['b', 2]]) instanceof Map,
      Object.keys({ x: 1 }).length, Math.max(1, 2), String(/b/.exec('abc')), [5].at?.(0),
    ].join('|')`)
  expect(ours()).toBe('4,6,7|0|1|own 1||1.50|true|1|2|b|5')
})

it('calls what there was, whatever the program puts in its place', () => {
  const replaced = `
    const holders = [], { defineProperty } = Object
    for (const holder of [Array.prototype, String.prototype, Map.prototype, Function.prototype,
      Promise.prototype, Object, Math, JSON, Reflect, Object.prototype])
      for (const key of Reflect.ownKeys(holder))
        if (typeof key === 'string' && key !== 'constructor' &&
            typeof Object.getOwnPropertyDescriptor(holder, key).value === 'function')
          holders.push([holder, key])
    for (const [holder, key] of holders)
      defineProperty(holder, key, { value: () => { throw new Error(key) } })
    defineProperty(TypeError, Symbol.hasInstance, { value: () => true })
    Map = Set = Error = undefined`
  const script = `
    globalThis.ours = () => {
      const map = new Map(), list = []
      list.push('b', 'a')
      map.set('list', list.slice().sort())
      return [map.get('list').join(), {} instanceof TypeError, Object.keys({ x: 1 }).join(),
        Math.floor(1.5), JSON.stringify('s'), 'a-b'.replace('-', '+'),
        Array.prototype.indexOf.call('abc', 'c')].join('|')
    }`
  const { program, ours } = evaluated(script)
  program(replaced)
  expect(ours()).toBe('a,b|false|x|1|"s"|a+b|2')
})

it('lets the program change none of the second names', () => {
  const { program, ours } = evaluated(`globalThis.ours = () => [3, 4].slice(1).join()`)
  program(`
    const isOurs = ({ description }) => !description.startsWith('Symbol.')
    for (const holder of [Array.prototype, Object.prototype])
      for (const key of Object.getOwnPropertySymbols(holder).filter(isOurs)) {
        holder[key] = () => { throw new Error('changed') }
        if (Reflect.defineProperty(holder, key, { value: () => 0 })) throw new Error('redefined')
      }`)
  expect(ours()).toBe('4')
})

it('knows Buffer, which has methods of its own under the names of those it inherits', () => {
  const { ours } = evaluated(`
    function Buffer() {}
    Object.setPrototypeOf(Buffer, Uint8Array)
    Object.setPrototypeOf(Buffer.prototype, Uint8Array.prototype)
    Buffer.from = function (text) { return 'from ' + text }
    Buffer.prototype.slice = function () { return 'sliced' }
    const buffer = Object.setPrototypeOf(new Uint8Array(2), Buffer.prototype)
    globalThis.ours = () => [Buffer.from('text'), buffer.slice(0), buffer.indexOf(0)].join()`)
  expect(ours()).toBe('from text,sliced,0')
})

it('names each method and global once', () => {
  expect(new Set(METHODS).size).toBe(METHODS.length)
  expect(new Set(GLOBALS).size).toBe(GLOBALS.length)
})
