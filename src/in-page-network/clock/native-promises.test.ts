import { expect, it } from 'vitest'
import type { Cause } from '../recording/cause.ts'
import { holdNativePromises } from './native-promises.ts'
import { createVirtualClock } from './virtual-clock.ts'

function prepare() {
  const cause: Cause = { current: undefined }
  const clock = createVirtualClock(() => (cause.current = undefined))
  /** Node reads the text of its own Blob with the method that is held, as no browser does. */
  class PlainBlob {
    text(): Promise<string> {
      return Promise.resolve('text')
    }
  }
  // Only the classes whose methods are held are looked up in it.
  holdNativePromises({ Blob: PlainBlob } as unknown as typeof globalThis, clock, cause)
  return { cause, clock, blob: new PlainBlob() }
}

it('settles the read of a Blob at the same time, after the tasks that wait', async () => {
  const { clock, blob } = prepare()
  const seen: string[] = []
  clock.setTimer(() => {
    clock.queueTask(() => {
      void blob.text().then((text) => seen.push(`${text} at ${clock.now()}`))
      return undefined
    })
    clock.queueTask(() => {
      seen.push('the next task')
      return undefined
    })
    return undefined
  }, 10)
  clock.setTimer(() => {
    seen.push('the next timer')
    return undefined
  }, 10)
  await clock.runUntilIdle()
  expect(seen).toEqual(['the next task', 'text at 10', 'the next timer'])
})

it('goes on with the cause of the turn in which the read began', async () => {
  const { cause, clock, blob } = prepare()
  let found: number | undefined
  clock.queueTask(() => {
    cause.current = 7
    void blob.text().then(() => (found = cause.current))
    return undefined
  })
  await clock.settle()
  expect(found).toBe(7)
})
