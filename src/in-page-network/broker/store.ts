/** The keys of a broker, and the commands that work on them: those that a chat uses. */
import { OK, ReplyFailure, type Reply } from './reply.ts'

type Value =
  | { readonly kind: 'text'; text: string }
  | { readonly kind: 'list'; items: string[] }
  | { readonly kind: 'set'; readonly members: Set<string> }
  | { readonly kind: 'hash'; readonly entries: Map<string, string> }
type Kind = Value['kind']
type Of<K extends Kind> = Extract<Value, { readonly kind: K }>

const WRONG_TYPE = new ReplyFailure(
  'WRONGTYPE Operation against a key holding the wrong kind of value',
)
const NO_INTEGER = new ReplyFailure('ERR value is not an integer or out of range')
const SYNTAX = new ReplyFailure('ERR syntax error')

type Command = (store: Store, key: string, rest: readonly string[]) => Reply

export class Store {
  readonly #now: () => number
  readonly #values = new Map<string, Value>()
  /** When a key goes, milliseconds of the run. */
  readonly #ends = new Map<string, number>()

  constructor(now: () => number) {
    this.#now = now
  }

  /** Runs a command; undefined: there is none of this name. */
  run(name: string, args: readonly string[]): Reply | undefined {
    if (!Object.hasOwn(COMMANDS, name)) return undefined
    const [key, ...rest] = args
    if (key === undefined || rest.length < (FEWEST[name] ?? 0))
      return new ReplyFailure(`ERR wrong number of arguments for '${name.toLowerCase()}' command`)
    try {
      return COMMANDS[name]?.(this, key, rest)
    } catch (error) {
      if (error instanceof ReplyFailure) return error
      throw error
    }
  }

  value(key: string): Value | undefined {
    const end = this.#ends.get(key)
    if (end !== undefined && end <= this.#now()) this.remove(key)
    return this.#values.get(key)
  }

  put(key: string, value: Value): void {
    this.#values.set(key, value)
  }

  remove(key: string): void {
    this.#values.delete(key)
    this.#ends.delete(key)
  }

  endAt(key: string, time: number | undefined): void {
    if (time === undefined) this.#ends.delete(key)
    else this.#ends.set(key, time)
  }

  endOf(key: string): number | undefined {
    return this.#ends.get(key)
  }

  get now(): number {
    return this.#now()
  }
}

/** The value of a key, if it is of this kind. @throws ReplyFailure for another kind. */
function valueOf<K extends Kind>(store: Store, key: string, kind: K): Of<K> | undefined {
  const value = store.value(key)
  if (value === undefined) return undefined
  if (value.kind !== kind) throw WRONG_TYPE
  // It has the kind that was asked for.
  return value as Of<K>
}

function made<K extends Kind>(store: Store, key: string, empty: Of<K>): Of<K> {
  const known = valueOf<K>(store, key, empty.kind as K)
  if (known !== undefined) return known
  store.put(key, empty)
  return empty
}

const textOf = (store: Store, key: string) => valueOf(store, key, 'text')?.text
const listOf = (store: Store, key: string) => made<'list'>(store, key, { kind: 'list', items: [] })
const itemsOf = (store: Store, key: string) => valueOf(store, key, 'list')?.items ?? []
const membersOf = (store: Store, key: string) => valueOf(store, key, 'set')?.members
const entriesOf = (store: Store, key: string) => valueOf(store, key, 'hash')?.entries

function integer(text: string | undefined): number {
  if (text === undefined || !/^-?\d{1,15}$/u.test(text)) throw NO_INTEGER
  return Number(text)
}

/** What is empty is no key. */
function tidy(store: Store, key: string, size: number): void {
  if (size === 0) store.remove(key)
}

function add(store: Store, key: string, by: number): number {
  const sum = integer(textOf(store, key) ?? '0') + by
  store.put(key, { kind: 'text', text: String(sum) })
  return sum
}

/** The part of a list from an index to another, both in it; from the end where negative. */
function range(items: readonly string[], [from, to]: readonly string[]): readonly string[] {
  const at = (text: string | undefined) => {
    const index = integer(text)
    return index < 0 ? items.length + index : index
  }
  return items.slice(Math.max(0, at(from)), Math.max(0, at(to) + 1))
}

function pop(store: Store, key: string, from: 'start' | 'end'): Reply {
  const items = valueOf(store, key, 'list')?.items
  if (items === undefined) return null
  const item = from === 'start' ? items.shift() : items.pop()
  tidy(store, key, items.length)
  return item ?? null
}

function set(store: Store, key: string, [text = '', ...options]: readonly string[]): Reply {
  let end: number | undefined
  let keeps = false
  for (let index = 0; index < options.length; index += 1) {
    const option = options[index]?.toUpperCase()
    const isThere = store.value(key) !== undefined
    if (option === 'NX' && isThere) return null
    if (option === 'XX' && !isThere) return null
    if (option === 'EX' || option === 'PX') {
      index += 1
      end = store.now + integer(options[index]) * (option === 'EX' ? 1000 : 1)
    } else if (option === 'KEEPTTL') keeps = true
    else if (option !== 'NX' && option !== 'XX') return SYNTAX
  }
  store.put(key, { kind: 'text', text })
  if (!keeps) store.endAt(key, end)
  return OK
}

const isThere = (store: Store, key: string) => store.value(key) !== undefined

const COMMANDS: Readonly<Record<string, Command>> = {
  GET: (store, key) => textOf(store, key) ?? null,
  SET: set,
  INCR: (store, key) => add(store, key, 1),
  DECR: (store, key) => add(store, key, -1),
  INCRBY: (store, key, [by]) => add(store, key, integer(by)),
  DECRBY: (store, key, [by]) => add(store, key, -integer(by)),
  DEL(store, key, rest) {
    const there = [key, ...rest].filter((one) => isThere(store, one))
    for (const one of there) store.remove(one)
    return there.length
  },
  EXISTS: (store, key, rest) => [key, ...rest].filter((one) => isThere(store, one)).length,
  EXPIRE(store, key, [seconds]) {
    if (!isThere(store, key)) return 0
    store.endAt(key, store.now + integer(seconds) * 1000)
    return 1
  },
  TTL(store, key) {
    if (!isThere(store, key)) return -2
    const end = store.endOf(key)
    return end === undefined ? -1 : Math.round((end - store.now) / 1000)
  },
  LPUSH(store, key, rest) {
    const { items } = listOf(store, key)
    for (const item of rest) items.unshift(item)
    return items.length
  },
  RPUSH: (store, key, rest) => listOf(store, key).items.push(...rest),
  LPOP: (store, key) => pop(store, key, 'start'),
  RPOP: (store, key) => pop(store, key, 'end'),
  LLEN: (store, key) => itemsOf(store, key).length,
  LRANGE: (store, key, rest) => range(itemsOf(store, key), rest),
  LTRIM(store, key, rest) {
    const list = valueOf(store, key, 'list')
    if (list === undefined) return OK
    list.items = [...range(list.items, rest)]
    tidy(store, key, list.items.length)
    return OK
  },
  SADD(store, key, rest) {
    const { members } = made<'set'>(store, key, { kind: 'set', members: new Set() })
    const before = members.size
    for (const member of rest) members.add(member)
    return members.size - before
  },
  SREM(store, key, rest) {
    const members = membersOf(store, key)
    const gone = rest.filter((member) => members?.delete(member) === true).length
    tidy(store, key, members?.size ?? 1)
    return gone
  },
  SMEMBERS: (store, key) => [...(membersOf(store, key) ?? [])],
  SISMEMBER: (store, key, [member = '']) => (membersOf(store, key)?.has(member) === true ? 1 : 0),
  SCARD: (store, key) => membersOf(store, key)?.size ?? 0,
  HSET(store, key, rest) {
    if (rest.length % 2 === 1)
      return new ReplyFailure("ERR wrong number of arguments for 'hset' command")
    const { entries } = made<'hash'>(store, key, { kind: 'hash', entries: new Map() })
    const before = entries.size
    for (let index = 0; index < rest.length; index += 2)
      entries.set(rest[index] ?? '', rest[index + 1] ?? '')
    return entries.size - before
  },
  HGET: (store, key, [name = '']) => entriesOf(store, key)?.get(name) ?? null,
  HGETALL: (store, key) => [...(entriesOf(store, key) ?? [])].flat(),
  HDEL(store, key, rest) {
    const entries = entriesOf(store, key)
    const gone = rest.filter((name) => entries?.delete(name) === true).length
    tidy(store, key, entries?.size ?? 1)
    return gone
  },
  HLEN: (store, key) => entriesOf(store, key)?.size ?? 0,
}

/** Arguments behind the key that a command needs. */
const FEWEST: Readonly<Record<string, number>> = {
  ...{ SET: 1, INCRBY: 1, DECRBY: 1, EXPIRE: 1, LPUSH: 1, RPUSH: 1, LRANGE: 2, LTRIM: 2 },
  ...{ SADD: 1, SREM: 1, SISMEMBER: 1, HSET: 2, HGET: 1, HDEL: 1 },
}
