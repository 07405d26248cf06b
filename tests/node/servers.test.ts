/** Servers as people write them, here and on Node: what they print, what a client sees, how they end. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { findFreePorts } from '../conformance/node-scenario.ts'
import { TALK } from './client-scope.ts'
import { runInPage, runOnNode } from './run-servers.ts'

const folder = new URL('servers/', import.meta.url)
const filter = process.env['SERVERS'] ?? ''
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.js') && !file.endsWith('.client.js') && file.includes(filter))
  .sort()

const textOf = (name: string) => readFileSync(new URL(name, folder), 'utf8')

it.each(names)('%s', async (name) => {
  const own = name.replace('.js', '.client.js')
  const client = existsSync(new URL(own, folder)) ? textOf(own) : TALK
  const [port = 0] = await findFreePorts(1)
  const there = await runOnNode(textOf(name), client, port)
  const here = await runInPage(textOf(name), client)
  if (filter !== '') console.log(JSON.stringify(there, null, 1))
  expect(here).toEqual(there)
  // A server that nothing is seen of proves nothing.
  expect(there.out.length + Object.keys(there.client).length + (there.code ?? 0)).toBeGreaterThan(0)
})
