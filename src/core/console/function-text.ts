import type { RemoteValue } from '../trace/remote-value.ts'
import { keyword, plain, type Segment } from './segment.ts'

/** The most characters of a function's source on its line. */
const MAX_SOURCE = 200

const HEAD =
  /^\s*(?<async>async\s+(?=function|\*|\w+\s*\()|async\s*(?=\())?(?<word>function\s*\*?|class(?=[\s{])|\*)?\s*(?<rest>.*)$/su

/** A function by itself, as DevTools writes it: `ƒ f(a) { … }`, `class A {}`, `() => 1`. */
export function functionText({
  name,
  text,
}: Extract<RemoteValue, { kind: 'function' }>): Segment[] {
  if (text === undefined) return [keyword('ƒ '), plain(`${name}()`)]
  const { async: later, word = '', rest = '' } = HEAD.exec(text)?.groups ?? {}
  const isArrow = word === '' && /^(?:\(|[\w$]+\s*=>)/u.test(rest)
  const sign = word === 'class' ? 'class' : word.includes('*') ? 'ƒ*' : isArrow ? '' : 'ƒ'
  const prefix = [later === undefined ? '' : 'async', sign].filter((part) => part !== '').join(' ')
  return [
    ...(prefix === '' ? [] : [keyword(`${prefix} `)]),
    plain(rest.trim().slice(0, MAX_SOURCE)),
  ]
}
