import { describe, expect, it } from 'vitest'
import { nextState, type ConnectionState } from '../../core/protocol/index.ts'
import { eventsOf, nextSteps, stateAfter, STEPS, type Step, type StepId } from './machine.ts'

const NAMES: readonly ConnectionState[] = ['connecting', 'open', 'closing', 'closed']

/** Takes these steps, each of which must be possible. */
function take(...ids: readonly StepId[]): Step[] {
  return ids.reduce<Step[]>((trail, id) => {
    const step = nextSteps(trail).find((candidate) => candidate.id === id)
    if (step === undefined) throw new Error(`${id} is not possible here`)
    return [...trail, step]
  }, [])
}

describe('the machine', () => {
  it.each(STEPS.filter((step) => step.trigger !== undefined).map((step) => [step.id, step]))(
    'takes the step %s as the protocol does',
    (_, { from, to, trigger }) => {
      const state = from === null ? undefined : NAMES[from]
      expect(state && trigger && nextState(state, trigger)).toBe(NAMES[to])
    },
  )

  it('only ever goes forward', () => {
    for (const { from, to } of STEPS) expect(to).toBeGreaterThan(from ?? -1)
  })

  it('ends in CLOSED, without a next step', () => {
    expect(stateAfter(take('construct', 'accept', 'close', 'finish'))).toBe(3)
    expect(nextSteps(take('construct', 'refuse'))).toEqual([])
  })

  it('says 1005 after a bare close(), and the code of the server when it closes', () => {
    const closedBy = (id: StepId) => eventsOf(take('construct', 'accept', id, 'finish'))
    expect(closedBy('close')).toEqual([{ type: 'close', code: 1005, wasClean: true }])
    expect(closedBy('serverCloses')).toEqual([{ type: 'close', code: 1000, wasClean: true }])
  })

  it('fires error before close when the connection never opened', () => {
    const failure = [{ type: 'error' }, { type: 'close', code: 1006, wasClean: false }]
    expect(eventsOf(take('construct', 'refuse'))).toEqual(failure)
    expect(eventsOf(take('construct', 'abandon', 'giveUp'))).toEqual(failure)
  })

  it('fires nothing when it becomes CLOSING', () => {
    expect(eventsOf(take('construct', 'accept', 'close'))).toEqual([])
  })
})
