import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { expect, it } from 'vitest'
import { fail } from './fail.ts'
import { FAILURES, worthOf, WITNESSES, type Failure, type Testimony } from './failures.ts'

async function all(): Promise<Record<Failure, Testimony>> {
  const said = await Promise.all(FAILURES.map(async (each) => [each, await fail(each)] as const))
  // It has an entry for each failure, of which the list is made.
  return Object.fromEntries(said) as Record<Failure, Testimony>
}

it('a script is told the same of every failure that the network has a part in', async () => {
  const { mixed, ...others } = await all()
  for (const { script } of Object.values(others)) expect(script).toEqual(['error', 'close 1006 ""'])
  expect(mixed.script).toEqual(['new WebSocket() threw SecurityError'])
})

it('the browser prints a line for each, and no two are the same', async () => {
  const lines = Object.values(await all()).map(({ console: printed }) => printed.join())
  expect(new Set(lines).size).toBe(FAILURES.length)
  for (const line of lines) expect(line).not.toBe('')
})

it('a server that the request does not reach has nothing to say', async () => {
  const { stopped, mixed, accept } = await all()
  expect([stopped.server, stopped.wire, mixed.server, mixed.wire]).toEqual([[], [], [], []])
  expect(accept.server).toEqual(['GET /chat 101'])
})

it('who says nothing is worth nothing', async () => {
  for (const [failure, testimony] of Object.entries(await all()))
    for (const witness of WITNESSES) {
      if (witness === 'devtools' || testimony[witness].length > 0) continue
      // A key of what `all` made of the list.
      expect(['nothing', 'hints']).toContain(worthOf(failure as Failure, witness))
    }
})

it('what the figure shows is what the network had to say', async () => {
  const text = `import type { Failure, Testimony } from './failures.ts'

/** Written by \`npx vitest run src/figures/failure-matrix -u\`, and proved by the same test. */
export const TESTIMONIES: Readonly<Record<Failure, Testimony>> = ${JSON.stringify(await all())}
`
  const file = fileURLToPath(new URL('testimonies.ts', import.meta.url))
  const options = { ...(await resolveConfig(file)), filepath: file }
  await expect(await format(text, options)).toMatchFileSnapshot(file)
})
