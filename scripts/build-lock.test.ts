import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { takeBuildLock } from './build-lock.mjs'

const folders: string[] = []
async function lockFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'build-lock-'))
  folders.push(folder)
  return join(folder, 'lock')
}
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

it('the second waits for the first, and says for which process', async () => {
  const folder = await lockFolder()
  const order: string[] = []
  const giveBack = await takeBuildLock(folder, () => order.push('waits'))
  const second = takeBuildLock(folder, (processId) => {
    order.push(`waits for ${String(processId)}`)
    void giveBack()
  })
  await (
    await second
  )()
  expect(order).toEqual([`waits for ${String(process.pid)}`])
})

it('a lock whose process is gone is taken', async () => {
  const folder = await lockFolder()
  await mkdir(folder)
  // No system gives this number to a process.
  await writeFile(join(folder, 'process'), '2147483646')
  const giveBack = await takeBuildLock(folder, () => {
    throw new Error('nobody has it')
  })
  await giveBack()
})
