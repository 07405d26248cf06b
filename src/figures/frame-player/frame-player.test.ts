import { describe, expect, it } from 'vitest'
import { CHOICES, FIRST, play, type Sent } from './frame-player.ts'

const last = (...sent: Sent[]) => play(sent).at(-1)

describe('frames in a row', () => {
  it('are one message event, and a pong in between', () => {
    const steps = play(FIRST)
    expect(steps.map(({ heard }) => heard)).toEqual([[], [], [{ kind: 'message', data: 'Hello' }]])
    expect(steps.map(({ underWay }) => underWay)).toEqual(['Hel', 'Hel', null])
    expect(steps[1]?.answers).toMatchObject([{ name: 'PONG', payload: '?' }])
    expect(steps.map(({ frame }) => [frame.fin, frame.opcode])).toEqual([
      [false, 1],
      [true, 9],
      [true, 0],
    ])
  })

  it('grow a message with each continuation', () => {
    expect(last('begin', 'middle', 'middle')).toMatchObject({ underWay: 'Helll', heard: [] })
    expect(last('begin', 'middle', 'end')?.heard).toEqual([{ kind: 'message', data: 'Helllo' }])
  })

  it.each<[string, Sent[], string]>([
    ['a message inside a message', ['begin', 'whole'], 'RFC 6455 §5.4'],
    ['a continuation of nothing', ['end'], 'RFC 6455 §5.4'],
    ['a ping in parts', ['brokenPing'], 'RFC 6455 §5.5'],
  ])('fail the connection at %s', (_, sent, section) => {
    expect(last(...sent)).toMatchObject({
      heard: [
        { kind: 'error', section },
        { kind: 'close', code: 1006 },
      ],
      answers: [{ name: 'CLOSE', payload: '1002' }],
      isOver: true,
      underWay: null,
    })
  })

  it('end with a Close frame, even in the middle of a message', () => {
    expect(last('begin', 'close')).toMatchObject({
      heard: [{ kind: 'close', code: 1000 }],
      answers: [{ name: 'CLOSE', payload: '1000' }],
      isOver: true,
    })
    expect(play(['close', 'whole'])).toHaveLength(1)
  })

  it('can all be sent first', () => {
    for (const name of CHOICES) expect(play([name])).toHaveLength(1)
  })
})
