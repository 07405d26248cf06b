import { describe, expect, it } from 'vitest'
import { number, object } from '../core/data/shape.ts'
import {
  createMemoryBackend,
  createStorage,
  type StorageBackend,
  type StorageProblem,
} from './storage.ts'

const counter = { key: 'counter', shape: object({ count: number(0) }) }

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

function fullBackend(): StorageBackend {
  return {
    ...createMemoryBackend(),
    setItem: () => {
      throw new DOMException('no room', 'QuotaExceededError')
    },
  }
}

describe('createStorage', () => {
  it('reads what it wrote, also after a reload', () => {
    const backend = createMemoryBackend()
    open(backend).storage.write(counter, { count: 3 })
    const { storage, problems } = open(backend)
    expect(storage.read(counter)).toEqual({ count: 3 })
    expect(problems).toEqual([])
  })

  it('has nothing under a key that was never written', () => {
    expect(open(createMemoryBackend()).storage.read(counter)).toBeNull()
  })

  it.each(['{"count":', '{"count":"three"}', 'null'])(
    'moves %s aside, says so once and does not read it again',
    (text) => {
      const backend = createMemoryBackend()
      backend.setItem('upgrade101/counter', text)
      const { storage, problems } = open(backend)
      expect(storage.read(counter)).toBeNull()
      expect(storage.read(counter)).toBeNull()
      expect(problems).toEqual([
        {
          kind: 'corrupt',
          key: 'upgrade101/counter',
          movedTo: 'upgrade101/unreadable/counter',
        },
      ])
      expect(backend.getItem('upgrade101/unreadable/counter')).toBe(text)
    },
  )

  it('names each key that cannot be read', () => {
    const backend = createMemoryBackend()
    backend.setItem('upgrade101/counter', 'x')
    backend.setItem('upgrade101/other', 'x')
    const { storage, problems } = open(backend)
    storage.read(counter)
    storage.read({ ...counter, key: 'other' })
    expect(problems).toMatchObject([{ key: 'upgrade101/counter' }, { key: 'upgrade101/other' }])
  })

  it('goes on in memory if storage is forbidden, and reports that once', () => {
    const { storage, problems } = open(forbidden)
    storage.write(counter, { count: 1 })
    storage.write(counter, { count: 2 })
    expect(storage.read(counter)).toEqual({ count: 2 })
    expect(storage.keys('')).toEqual(['counter'])
    expect(problems).toEqual([{ kind: 'forbidden' }])
  })

  it('goes on in memory if storage is full, and reports that once', () => {
    const { storage, problems } = open(fullBackend())
    storage.write(counter, { count: 1 })
    storage.write(counter, { count: 2 })
    expect(storage.read(counter)).toEqual({ count: 2 })
    expect(problems).toEqual([{ kind: 'full' }])
  })

  it('stores again once there is room', () => {
    const backend = createMemoryBackend()
    const room = { has: false }
    const { storage } = open({
      ...backend,
      setItem: (key, value) => {
        if (!room.has) throw new DOMException('no room', 'QuotaExceededError')
        backend.setItem(key, value)
      },
    })
    storage.write(counter, { count: 1 })
    room.has = true
    storage.write(counter, { count: 2 })
    expect(backend.getItem('upgrade101/counter')).toBe('{"count":2}')
    expect(storage.read(counter)).toEqual({ count: 2 })
  })

  it('lists its own keys only', () => {
    const backend = createMemoryBackend()
    backend.setItem('somebody else', 'x')
    const { storage } = open(backend)
    storage.write({ ...counter, key: 'a/1' }, { count: 1 })
    storage.write({ ...counter, key: 'b/1' }, { count: 1 })
    expect(storage.keys('a/')).toEqual(['a/1'])
    expect(storage.keys('')).toEqual(['a/1', 'b/1'])
  })

  it('forgets a removed value', () => {
    const { storage } = open(createMemoryBackend())
    storage.write(counter, { count: 1 })
    storage.remove('counter')
    expect(storage.read(counter)).toBeNull()
  })
})
