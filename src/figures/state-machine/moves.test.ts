import { describe, expect, it } from 'vitest'
import { arrowOf, MOVES, nextMoves, positionAfter, WAYS, type MoveId } from './moves.ts'

const offered = (...moves: MoveId[]) => nextMoves(moves).map(({ id }) => id)

describe('the moves', () => {
  it('begin with the constructor, and go on with whoever can act', () => {
    expect(offered()).toEqual(['construct'])
    expect(offered('construct')).toEqual(['close', 'send', 'accept', 'refuse', 'drop'])
    expect(offered('construct', 'close')).toEqual(['close', 'send', 'nextTask'])
  })

  it('offer a call without effect once in a state', () => {
    expect(offered('construct', 'send')).not.toContain('send')
    expect(offered('construct', 'send', 'accept')).toContain('send')
    expect(offered('construct', 'refuse', 'close', 'send')).toEqual([])
  })

  it('leave nothing to server and network once the cable is pulled', () => {
    expect(offered('construct', 'accept', 'pullCable')).toEqual(['close', 'send'])
    expect(offered('construct', 'accept', 'pullCable', 'close', 'close', 'send')).toEqual([
      'timeOut',
    ])
  })

  it('never go back', () => {
    for (const way of WAYS)
      for (const { id } of nextMoves(way))
        expect(positionAfter([...way, id]).state).toBeGreaterThanOrEqual(
          positionAfter(way).state ?? -1,
        )
  })

  it('follow an arrow where the state changes, and none where it stays', () => {
    expect(arrowOf(['construct'])).toBe('construct')
    expect(arrowOf(['construct', 'close'])).toBe('0-2')
    expect(arrowOf(['construct', 'send'])).toBeUndefined()
  })

  it('are refused where they are not possible', () => {
    expect(() => positionAfter(['accept'])).toThrow(RangeError)
    expect(() => positionAfter(['construct', 'pullCable'])).toThrow(RangeError)
  })

  it('are all on one of the ways that are printed, send() aside', () => {
    expect(new Set([...WAYS.flat(), 'send'])).toEqual(new Set(MOVES))
  })
})
