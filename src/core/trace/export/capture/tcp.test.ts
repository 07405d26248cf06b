import { describe, expect, it } from 'vitest'
import type { Passage } from './passage.ts'
import { segmentsOf, TcpFlag } from './tcp.ts'

const NAMES = Object.entries(TcpFlag)

/** `client FA 4/8 3`: flags, relative numbers, octets. */
function told(passages: readonly Passage[], initial = { client: 1000, server: 5000 }): string[] {
  return segmentsOf(passages, initial).map((segment) => {
    const { from, sequence, acknowledgement, flags, payload } = segment
    const [own, other] =
      from === 'client' ? [initial.client, initial.server] : [initial.server, initial.client]
    const letters = NAMES.filter(([, flag]) => (flags & flag) !== 0).map(([name]) => name[0])
    const acknowledged = (flags & TcpFlag.Ack) === 0 ? '-' : (acknowledgement - other) >>> 0
    return `${from} ${letters.join('')} ${(sequence - own) >>> 0}/${acknowledged} ${payload.length}`
  })
}

const opening: readonly Passage[] = [
  { kind: 'connect', time: 0 },
  { kind: 'accept', time: 40 },
]
const octets = (length: number) => new Uint8Array(length)

describe('segmentsOf', () => {
  it('shakes hands, passes data and closes both ways', () => {
    expect(
      told([
        ...opening,
        { kind: 'data', from: 'client', time: 40, data: octets(5) },
        { kind: 'data', from: 'server', time: 80, data: octets(3) },
        { kind: 'acknowledge', from: 'client', time: 80 },
        { kind: 'fin', from: 'server', time: 90 },
        { kind: 'acknowledge', from: 'client', time: 90 },
        { kind: 'fin', from: 'client', time: 95 },
        { kind: 'acknowledge', from: 'server', time: 135 },
      ]),
    ).toEqual([
      'client S 0/- 0',
      'server SA 0/1 0',
      'client A 1/1 0',
      'client PA 1/1 5',
      'server PA 1/6 3',
      'client A 6/4 0',
      'server FA 4/6 0',
      'client A 6/5 0',
      'client FA 6/5 0',
      'server A 5/7 0',
    ])
  })

  it('cuts data into segments of 1460 octets, and pushes the last', () => {
    const data: Passage = { kind: 'data', from: 'client', time: 40, data: octets(3000) }
    expect(told([...opening, data]).slice(3)).toEqual([
      'client A 1/1 1460',
      'client A 1461/1 1460',
      'client PA 2921/1 80',
    ])
  })

  it('acknowledges what had arrived, never less than before, never more than was sent', () => {
    const data = (received: number): Passage => ({
      kind: 'data',
      from: 'server',
      time: 80,
      data: octets(1),
      received,
    })
    const sent: Passage = { kind: 'data', from: 'client', time: 40, data: octets(10) }
    expect(told([...opening, sent, data(4), data(2), data(99)]).slice(4)).toEqual([
      'server PA 1/5 1',
      'server PA 2/5 1',
      'server PA 3/11 1',
    ])
  })

  it('says nothing where there is nothing new, or where data says it at the same time', () => {
    const received: Passage = { kind: 'data', from: 'server', time: 80, data: octets(3) }
    const acknowledge: Passage = { kind: 'acknowledge', from: 'client', time: 80 }
    const answer: Passage = { kind: 'data', from: 'client', time: 80, data: octets(1) }
    expect(told([...opening, received, acknowledge, answer, acknowledge]).slice(3)).toEqual([
      'server PA 1/1 3',
      'client PA 1/4 1',
    ])
  })

  it('counts on past 2³²', () => {
    const data: Passage = { kind: 'data', from: 'client', time: 40, data: octets(4) }
    const [, , , first, second] = segmentsOf([...opening, data, data], {
      client: 0xffff_fffd,
      server: 0,
    })
    expect([first?.sequence, second?.sequence]).toEqual([0xffff_fffe, 2])
  })

  it('resets', () => {
    expect(told([...opening, { kind: 'rst', from: 'server', time: 50 }]).at(-1)).toBe(
      'server RA 1/1 0',
    )
    expect(
      told([
        { kind: 'connect', time: 0 },
        { kind: 'refuse', time: 40 },
      ]),
    ).toEqual(['client S 0/- 0', 'server RA 0/1 0'])
  })
})
