import { expect, test } from 'vitest'
import { startLabServer } from '../../lab-server/testing/lab-server.ts'
import { ABUSES, limits } from './lab-abuses.ts'
import { carryOut, heldBytes, isServed } from './served.ts'

test.each(Object.entries(ABUSES))('%s: another address is served', async (_, abuse) => {
  const { server, address } = await startLabServer({ limits })
  await carryOut(abuse, server.port)
  await isServed(address)
  await expect.poll(() => heldBytes(address)).toBeLessThanOrEqual(limits.heldBytes)
})
