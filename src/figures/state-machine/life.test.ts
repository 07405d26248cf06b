import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { describe, expect, it } from 'vitest'
import { live } from './life.ts'
import { ARROWS, arrowOf, nextMoves, positionAfter, WAYS, type MoveId } from './moves.ts'
import { stepsOf, type Step } from './step.ts'

const liveAll = async (moves: readonly MoveId[]): Promise<readonly Step[]> =>
  stepsOf(moves, await live(moves))

/** The last step of these moves. */
async function last(...moves: MoveId[]): Promise<Step> {
  const step = (await liveAll(moves)).at(-1)
  if (step === undefined) throw new Error('there is no step')
  return step
}

/** Every way through that makes no call without effect, and one with all of them. */
function waysFrom(moves: readonly MoveId[], isIdle: (id: MoveId) => boolean): MoveId[][] {
  const next = nextMoves(moves).filter(({ id }) => !isIdle(id))
  return next.flatMap(({ id }) => [[...moves, id], ...waysFrom([...moves, id], isIdle)])
}
const ways = waysFrom([], (id) => id === 'send')

const GONE = { kind: 'close', code: 1006, wasClean: false } as const

describe('a socket on the in-page network', () => {
  it.each(ways.map((way) => [way.join(', '), way] as const))(
    'is where the figure says after %s',
    async (_, way) => {
      const steps = await liveAll(way)
      expect(steps.map(({ move }) => move)).toEqual(way)
      for (const [index, { from, to }] of steps.entries()) {
        expect(from).toBe(positionAfter(way.slice(0, index)).state)
        expect(to).toBe(positionAfter(way.slice(0, index + 1)).state)
      }
    },
  )

  it('takes each arrow of the diagram on one of these ways, and no other', () => {
    const taken = new Set(ways.map(arrowOf).filter((arrow) => arrow !== undefined))
    expect([...taken].sort()).toEqual([...ARROWS, 'construct'].sort())
  })

  it('stays where it is when send() is called, and loses nothing that was under way', async () => {
    const way: MoveId[] = ['construct', 'send', 'accept', 'send', 'close', 'send', 'answer', 'send']
    const steps = await liveAll(way)
    expect(steps.map(({ to }) => to)).toEqual([0, 0, 1, 1, 2, 2, 3, 3])
    const [early, open, closing, closed] = steps.filter(({ move }) => move === 'send')
    expect(early?.told).toEqual([{ kind: 'threw', exception: 'InvalidStateError' }])
    expect(open?.wire).toMatchObject([{ text: 'TEXT “Hi”', isOut: true, isLost: false }])
    for (const late of [closing, closed]) {
      expect(late).toMatchObject({ told: [], wire: [] })
      expect(late?.printed).toEqual(['WebSocket is already in CLOSING or CLOSED state.'])
    }
  })
})

describe('what the script is told', () => {
  it('is 1005 after a bare close(), and the server’s code when the server closes', async () => {
    expect((await last('construct', 'accept', 'close', 'answer')).told).toEqual([
      { kind: 'close', code: 1005, wasClean: true },
    ])
    expect((await last('construct', 'accept', 'serverCloses', 'endTcp')).told).toEqual([
      { kind: 'close', code: 1000, wasClean: true },
    ])
  })

  it('is error, then 1006, when the connection never opened, whatever the reason', async () => {
    const told = [{ kind: 'error' }, GONE]
    expect((await last('construct', 'refuse')).told).toEqual(told)
    expect((await last('construct', 'drop')).told).toEqual(told)
    expect((await last('construct', 'close', 'nextTask')).told).toEqual(told)
  })

  it('is 1006 alone when an open connection breaks', async () => {
    expect((await last('construct', 'accept', 'drop')).told).toEqual([GONE])
    expect((await last('construct', 'accept', 'close', 'drop')).told).toEqual([GONE])
  })

  it('is nothing when it becomes CLOSING, and nothing when a cable is pulled', async () => {
    expect((await last('construct', 'close')).told).toEqual([])
    expect((await last('construct', 'accept', 'serverCloses')).told).toEqual([])
    expect(await last('construct', 'accept', 'pullCable')).toMatchObject({ to: 1, told: [] })
  })
})

describe('the wire', () => {
  it('has a masked Close frame from the page, and one with its code from the server', async () => {
    const closing = await last('construct', 'accept', 'close')
    expect(closing.wire).toMatchObject([{ text: 'CLOSE', isOut: true }])
    expect(closing.wire).toMatchObject([{ octets: expect.stringMatching(/^88 80( \w\w){4}$/) }])
    const [received, sent] = (await last('construct', 'accept', 'serverCloses')).wire
    expect(received).toMatchObject({ text: 'CLOSE 1000', isOut: false, octets: '88 02 03 e8' })
    expect(sent).toMatchObject({ text: 'CLOSE 1000', isOut: true })
    // The code is masked.
    expect(sent).toMatchObject({ octets: expect.not.stringMatching(/03 e8$/) })
  })

  it('loses what is sent after the cable was pulled', async () => {
    const { wire } = await last('construct', 'accept', 'pullCable', 'send')
    expect(wire).toMatchObject([{ isLost: true }])
  })
})

it('the steps that are printed are those of the network', async () => {
  const steps: Step[] = []
  for (const way of WAYS) steps.push(await last(...way))
  const text = `import type { Step } from './step.ts'

/** Written by \`npx vitest run src/figures/state-machine -u\`, and proved by the same test. */
export const STEPS_OF_WAYS: readonly Step[] = ${JSON.stringify(steps)}
`
  const file = fileURLToPath(new URL('steps-of-ways.ts', import.meta.url))
  const options = { ...(await resolveConfig(file)), filepath: file }
  await expect(await format(text, options)).toMatchFileSnapshot(file)
})
