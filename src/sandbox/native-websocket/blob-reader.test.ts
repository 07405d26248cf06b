import { expect, it } from 'vitest'
import { BlobReader } from './blob-reader.ts'

it('reads every Blob, some at a time and in order, also after one that fails', async () => {
  let reading = 0
  let most = 0
  const begun: string[] = []
  const reader = new BlobReader(async (blob) => {
    begun.push(blob.type)
    reading += 1
    most = Math.max(most, reading)
    await Promise.resolve()
    reading -= 1
    if (blob.type === '3') throw new Error('gone')
    return blob.arrayBuffer()
  })
  const blobs = Array.from({ length: 100 }, (_, index) => new Blob(['x'], { type: String(index) }))
  const results = await Promise.allSettled(blobs.map((blob) => reader.read(blob)))
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1)
  expect(most).toBeLessThanOrEqual(16)
  expect(begun).toEqual(blobs.map(({ type }) => type))
})
