import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { describe, expect, it } from 'vitest'
import {
  CLOSE_AT,
  countFates,
  END,
  FIRST_PLACED,
  LATENCY,
  roomFor,
  stateAt,
  STEP,
  TEXTS,
  type Way,
} from './life.ts'
import { runLife } from './run-life.ts'

/** TCP connects, the request goes, the server waits, the response comes. */
const OPEN_AT = 1700
const CLOSED_AT = CLOSE_AT + 2 * LATENCY

/** The one `send()` of a life. */
async function fateAt(time: number, way: Way = 'atOnce') {
  const { sends } = await runLife(way, [time])
  return sends[0]
}

it('a life has four states', async () => {
  const { states } = await runLife('atOnce', [])
  expect(states).toEqual([
    { state: 0, from: 0 },
    { state: 1, from: OPEN_AT },
    { state: 2, from: CLOSE_AT },
    { state: 3, from: CLOSED_AT },
  ])
})

it('the handshake and the closing go there and back, and a message goes there', async () => {
  const { flights } = await runLife('atOnce', [2000])
  expect(flights).toEqual([
    { of: 'handshake', from: 'client', sent: 600, arrived: 900 },
    { of: 'handshake', from: 'server', sent: 1400, arrived: OPEN_AT },
    { of: 'message', from: 'client', sent: 2000, arrived: 2300 },
    { of: 'close', from: 'client', sent: CLOSE_AT, arrived: 2800 },
    { of: 'close', from: 'server', sent: 2800, arrived: CLOSED_AT },
  ])
})

describe('a send at once', () => {
  it.each([0, 100, OPEN_AT - STEP])('throws in CONNECTING, at %i ms', async (time) => {
    const exception = 'InvalidStateError'
    expect(await fateAt(time)).toMatchObject({
      bufferedAmount: 0,
      fate: { kind: 'threw', exception },
    })
  })

  it.each([OPEN_AT + STEP, CLOSE_AT - STEP])('is sent in OPEN, at %i ms', async (time) => {
    const fate = { kind: 'sent', arrived: time + LATENCY }
    expect(await fateAt(time)).toMatchObject({ called: time, bufferedAmount: 5, fate })
  })

  it.each([CLOSE_AT + STEP, CLOSED_AT - STEP])('vanishes in CLOSING, at %i ms', async (time) => {
    const fate = { kind: 'discarded', readyState: 2 }
    expect(await fateAt(time)).toMatchObject({ bufferedAmount: 5, fate })
  })

  it.each([CLOSED_AT + STEP, END])('vanishes in CLOSED, at %i ms', async (time) => {
    const fate = { kind: 'discarded', readyState: 3 }
    expect(await fateAt(time)).toMatchObject({ bufferedAmount: 5, fate })
  })
})

describe('a queue', () => {
  it('sends what was early on open, in order', async () => {
    const { sends } = await runLife('queue', [0, 900, OPEN_AT - STEP])
    expect(sends.map(({ text, called }) => [text, called])).toEqual([
      ['first', OPEN_AT],
      ['second', OPEN_AT],
      ['third', OPEN_AT],
    ])
    expect(sends.map(({ bufferedAmount }) => bufferedAmount)).toEqual([5, 11, 16])
  })

  it('sends at once in OPEN, and does not help what is late', async () => {
    expect(await fateAt(2000, 'queue')).toEqual(await fateAt(2000))
    expect(await fateAt(END, 'queue')).toEqual(await fateAt(END))
  })
})

it('the bytes of what was discarded stay in bufferedAmount', async () => {
  const { bufferedAmount } = await runLife('atOnce', [2000, 2600, 3000, 3500])
  expect(bufferedAmount).toBe('second'.length + 'third'.length + 'fourth'.length)
})

it('every text that can be placed is said, also all at one time', async () => {
  for (const time of [0, OPEN_AT, CLOSE_AT, CLOSED_AT, END]) {
    const life = await runLife(
      'atOnce',
      TEXTS.map(() => time),
    )
    expect(life.sends.map(({ text }) => text)).toEqual(TEXTS)
    const counts = countFates(life)
    expect(counts.sent + counts.threw + counts.discarded).toBe(TEXTS.length)
  }
})

it('the state that is shown for a text is the one that decides on it', async () => {
  const kinds = ['threw', 'sent', 'discarded', 'discarded'] as const
  for (let time = 0; time <= END; time += STEP) {
    const life = await runLife('atOnce', [time])
    const kind = kinds[stateAt(life, time)]
    expect(life.sends.map(({ fate }) => [time, fate.kind])).toEqual([[time, kind]])
  }
})

it('one more goes where there is the most room', () => {
  expect(roomFor([])).toBe(2000)
  expect(roomFor(FIRST_PLACED)).toBe(2800)
  expect(roomFor([0, 300, 600, 900])).toBe(2500)
})

it('the life that the figure begins with is one that was lived', async () => {
  const life = await runLife('atOnce', FIRST_PLACED)
  const text = `import type { Life } from './life.ts'

/** Written by \`npx vitest run src/figures/send-timeline -u\`, and proved by the same test. */
export const FIRST_LIFE: Life = ${JSON.stringify(life)}
`
  const file = fileURLToPath(new URL('first-life.ts', import.meta.url))
  const options = { ...(await resolveConfig(file)), filepath: file }
  await expect(await format(text, options)).toMatchFileSnapshot(file)
})
