import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { Client, startLabServer } from '../testing/lab-server.ts'

const clock = await readFile(new URL('../../scenarios/clock-push.js', import.meta.url), 'utf8')

/** How many seconds a message of the clock says. */
const secondsIn = (text: string) => (JSON.parse(text) as { number: number }).number

test('one clock tells every client the same, in whatever way it asks', async () => {
  const { address } = await startLabServer({ scenarios: { 'clock-push': clock } })
  const url = `http://${address}/lab/clock-push`
  const client = new Client(`ws://${address}/lab/clock-push`)
  await client.next()
  const events = await fetch(`${url}/events`)
  expect(Object.fromEntries(events.headers)).toMatchObject({
    'content-type': 'text/event-stream',
    'access-control-allow-origin': '*',
  })
  const stream = events.body?.pipeThrough(new TextDecoderStream()).getReader()

  const now = secondsIn(await (await fetch(`${url}/now`)).text())
  const number = now + 1
  const next = await (await fetch(`${url}/next?after=${now}`)).text()
  expect(secondsIn(next)).toBe(number)
  // A second may have gone by before this one was asked for.
  let pushed: string
  do pushed = (await client.next()).replace('message ', '')
  while (secondsIn(pushed) < number)
  expect(secondsIn(pushed)).toBe(number)
  let event: string | undefined
  do event = (await stream?.read())?.value
  while (event !== undefined && !event.startsWith(`id: ${number}\n`))
  expect(event).toMatch(new RegExp(`\\ndata: {"type":"time","number":${number},.*}\n\n$`))

  expect(secondsIn((await client.next()).replace('message ', ''))).toBe(number + 1)
  await stream?.cancel()
})
