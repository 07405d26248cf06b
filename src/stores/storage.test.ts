import { describe, expect, it } from 'vitest'
import { number, object } from '../core/data/shape.ts'
import {
  createMemoryBackend,
  createStorage,
  parserOf,
  type AppStorage,
  type StorageBackend,
  type StorageEntry,
  type StorageProblem,
} from './storage.ts'

const counter: StorageEntry<{ readonly count: number }> = {
  key: 'counter',
  version: 1,
  parse: parserOf(object({ count: number(0) })),
  join: (one, other) => ({ count: one.count + other.count }),
}

function open(backend: StorageBackend | (() => never)) {
  const problems: StorageProblem[] = []
  const storage = createStorage(
    typeof backend === 'function' ? backend : () => backend,
    (problem) => problems.push(problem),
  )
  return { storage, problems }
}

const forbidden = (): never => {
  throw new DOMException('denied', 'SecurityError')
}

const noRoom = (): never => {
  throw new DOMException('no room', 'QuotaExceededError')
}

function set(storage: AppStorage, count: number): void {
  storage.update(counter, () => ({ count }))
}

describe('createStorage', () => {
  it('reads what it wrote, also after a reload', () => {
    const backend = createMemoryBackend()
    set(open(backend).storage, 3)
    const { storage, problems } = open(backend)
    expect(storage.read(counter)).toEqual({ count: 3 })
    expect(problems).toEqual([])
  })

  it('has nothing under a key that was never written', () => {
    expect(open(createMemoryBackend()).storage.read(counter)).toBeNull()
  })

  it.each(['{"count":', '{"count":"three"}', 'null'])(
    'leaves %s where it is, says so once and stores the next value beside it',
    (text) => {
      const backend = createMemoryBackend()
      backend.setItem('upgrade101/counter', text)
      const { storage, problems } = open(backend)
      expect(storage.read(counter)).toBeNull()
      set(storage, 3)
      expect(open(backend).storage.read(counter)).toEqual({ count: 3 })
      expect(backend.getItem('upgrade101/counter')).toBe(text)
      const value = { at: 'upgrade101/counter', text, isNewer: false }
      expect(problems).toEqual([{ kind: 'unreadable', value }])
      expect(storage.unreadable()).toEqual([value])
    },
  )

  it('never puts a value over one that it cannot read, however many there are', () => {
    const backend = createMemoryBackend()
    const texts = ['{"version":2}', '{"version":3}', '{"version":4}']
    texts.forEach((text, index) => {
      backend.setItem(`upgrade101/counter${index === 0 ? '' : `~${index + 1}`}`, text)
      set(open(backend).storage, index)
    })
    const { storage } = open(backend)
    expect(storage.read(counter)).toEqual({ count: 2 })
    expect(storage.unreadable().map(({ text }) => text)).toEqual(texts)
    expect(storage.unreadable().every(({ isNewer }) => isNewer)).toBe(true)
  })

  it('keeps what it stores in memory where every place has a value that it cannot read', () => {
    const backend = createMemoryBackend()
    for (const place of ['', '~2', '~3', '~4', '~5', '~6', '~7', '~8', '~9'])
      backend.setItem(`upgrade101/counter${place}`, 'x')
    const { storage, problems } = open(backend)
    set(storage, 1)
    expect(storage.read(counter)).toEqual({ count: 1 })
    expect(storage.unreadable()).toHaveLength(9)
    expect(problems).toContainEqual({ kind: 'full' })
  })

  it('joins a value that it can read again with the one beside it, and only then removes that', () => {
    const backend = createMemoryBackend()
    backend.setItem('upgrade101/counter', '{"count":40}')
    backend.setItem('upgrade101/counter~2', '{"count":2}')
    const { storage } = open(backend)
    expect(storage.read(counter)).toEqual({ count: 42 })
    expect(backend.getItem('upgrade101/counter~2')).not.toBeNull()
    storage.update(counter, (stored) => stored ?? { count: 0 })
    expect(backend.getItem('upgrade101/counter')).toBe('{"count":42}')
    expect(backend.getItem('upgrade101/counter~2')).toBeNull()
  })

  it('removes nothing where the browser refuses what would take its place', () => {
    const backend = createMemoryBackend()
    backend.setItem('upgrade101/counter', '{"count":40}')
    backend.setItem('upgrade101/counter~2', '{"count":2}')
    const { storage } = open({ ...backend, setItem: noRoom })
    set(storage, 7)
    expect(backend.getItem('upgrade101/counter')).toBe('{"count":40}')
    expect(backend.getItem('upgrade101/counter~2')).toBe('{"count":2}')
  })

  it('offers what version 0.1 moved aside', () => {
    const backend = createMemoryBackend()
    backend.setItem('upgrade101/unreadable/counter', 'x')
    const { storage, problems } = open(backend)
    expect(storage.read(counter)).toBeNull()
    expect(problems).toMatchObject([{ value: { at: 'upgrade101/unreadable/counter' } }])
    backend.setItem('upgrade101/unreadable/counter', '{"count":5}')
    expect(storage.read(counter)).toEqual({ count: 5 })
  })

  it('removes an unreadable value when it is told to, and nothing else', () => {
    const backend = createMemoryBackend()
    backend.setItem('upgrade101/counter', 'x')
    backend.setItem('upgrade101/other', '{"count":1}')
    const { storage } = open(backend)
    storage.read(counter)
    storage.discard('upgrade101/other')
    storage.discard('upgrade101/counter')
    expect(backend.getItem('upgrade101/counter')).toBeNull()
    expect(backend.getItem('upgrade101/other')).toBe('{"count":1}')
    expect(storage.unreadable()).toEqual([])
  })

  it('names each value that cannot be read', () => {
    const backend = createMemoryBackend()
    backend.setItem('upgrade101/counter', 'x')
    backend.setItem('upgrade101/other', 'x')
    const { storage, problems } = open(backend)
    storage.read(counter)
    storage.read({ ...counter, key: 'other' })
    expect(problems).toMatchObject([
      { value: { at: 'upgrade101/counter' } },
      { value: { at: 'upgrade101/other' } },
    ])
  })

  it('goes on in memory if storage is forbidden, and reports that once', () => {
    const { storage, problems } = open(forbidden)
    set(storage, 1)
    set(storage, 2)
    expect(storage.read(counter)).toEqual({ count: 2 })
    expect(storage.keys('')).toEqual(['counter'])
    expect(problems).toEqual([{ kind: 'forbidden' }])
  })

  it('goes on in memory if storage is full, and reports that once', () => {
    const { storage, problems } = open({ ...createMemoryBackend(), setItem: noRoom })
    set(storage, 1)
    set(storage, 2)
    expect(storage.read(counter)).toEqual({ count: 2 })
    expect(problems).toEqual([{ kind: 'full' }])
  })

  it('stores again once there is room', () => {
    const backend = createMemoryBackend()
    const room = { has: false }
    const { storage } = open({
      ...backend,
      setItem: (key, value) => {
        if (!room.has) noRoom()
        backend.setItem(key, value)
      },
    })
    set(storage, 1)
    room.has = true
    set(storage, 2)
    expect(backend.getItem('upgrade101/counter')).toBe('{"count":2}')
    expect(storage.read(counter)).toEqual({ count: 2 })
  })

  it('lists its own keys only', () => {
    const backend = createMemoryBackend()
    backend.setItem('somebody else', 'x')
    const { storage } = open(backend)
    storage.update({ ...counter, key: 'a/1' }, () => ({ count: 1 }))
    storage.update({ ...counter, key: 'b/1' }, () => ({ count: 1 }))
    expect(storage.keys('a/')).toEqual(['a/1'])
    expect(storage.keys('')).toEqual(['a/1', 'b/1'])
  })
})
