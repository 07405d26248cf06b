import { describe, expect, it } from 'vitest'
import type { EventSketch } from '../trace/testing/sketch.ts'
import {
  open,
  send,
  message,
  call,
  at,
  judge,
  why,
  echo,
  type CheckWithoutId,
} from './testing/judge.ts'

describe('the mistakes of a check', () => {
  const check: CheckWithoutId = {
    ...echo,
    hint: 'general',
    mistakes: [
      {
        id: 'too-early',
        seen: { event: 'apiCall', method: 'send', exception: 'InvalidStateError' },
        hint: 'inside-open',
      },
      {
        id: 'never-sent',
        seen: [{ event: 'eventFired', eventType: 'open' }],
        absent: [
          { event: 'apiCall', method: 'send' },
          { event: 'apiCall', method: 'close' },
        ],
      },
      {
        id: 'closed',
        order: [
          { event: 'messageSent' },
          { event: 'apiCall', method: 'close', connection: 'same' },
        ],
        absent: { event: 'eventFired', eventType: 'message' },
      },
    ],
  }
  const exception = { name: 'InvalidStateError', message: 'Still in CONNECTING state.' }
  const source = { file: 'client.js', line: 4, column: 1 }

  it('names the first that was made, with what its own text may say', () => {
    const early = call('send', { readyState: 0, exception, source })
    expect(why(check, [at(2, early), at(80, open)])).toMatchObject({
      mistake: 'too-early',
      hint: 'inside-open',
      seq: 0,
      time: 2,
      line: 4,
      file: 'client.js',
      params: {
        time: 2,
        line: 4,
        file: 'client.js',
        readyState: 'CONNECTING',
        exception: 'InvalidStateError',
      },
    })
  })

  it('knows that none of several was there, and falls back to the hint of the check', () => {
    expect(why(check, [at(80, open)])).toMatchObject({
      mistake: 'never-sent',
      hint: 'general',
      time: 80,
    })
    expect(why(check, [open, call('close')])?.mistake).toBeUndefined()
    expect(why(check, [])?.mistake).toBeUndefined()
  })

  it('tells what was not there without a place', () => {
    const silent: CheckWithoutId = {
      ...echo,
      mistakes: [{ id: 'silent', absent: { event: 'apiCall' }, hint: 'speak' }],
    }
    expect(why(silent, [open])).toMatchObject({
      mistake: 'silent',
      hint: 'speak',
      key: 'missingAfter',
    })
    expect(why(silent, [open, call('send')])?.mistake).toBeUndefined()
  })

  it('wants each of several to be seen, in any order, and speaks of the last in the list', () => {
    const both: CheckWithoutId = {
      ...echo,
      mistakes: [
        {
          id: 'both',
          seen: [
            { event: 'apiCall', method: 'send' },
            { event: 'eventFired', eventType: 'open' },
          ],
        },
      ],
    }
    expect(why(both, [call('send')])?.mistake).toBeUndefined()
    expect(why(both, [at(5, open), at(7, call('send'))])).toMatchObject({
      mistake: 'both',
      time: 5,
    })
  })

  it('knows an order, and that something did not come', () => {
    const closed = [open, call('send'), send('a'), at(80, call('close', { source }))]
    expect(why(check, closed)).toMatchObject({ mistake: 'closed', time: 80, line: 4 })
    const other = [...closed, message('x')]
    expect(why(check, other)?.mistake).toBeUndefined()
    expect(why(check, other)).toMatchObject({ key: 'instead.value', hint: 'general' })
  })

  it('gives way to an exception where something did not come', () => {
    const thrown: EventSketch = {
      type: 'uncaughtError',
      kind: 'exception',
      name: 'ReferenceError',
      message: 'Good is not defined',
      source,
    }
    const expected = {
      key: 'threw',
      time: 81,
      file: 'client.js',
      line: 4,
      params: { name: 'ReferenceError', message: 'Good is not defined', line: 4, time: 81 },
    }
    // Without a known mistake, and in place of one that rests on what was not there.
    expect(why(echo, [open, at(81, thrown)])).toMatchObject(expected)
    expect(why(check, [open, at(81, thrown)])).toMatchObject(expected)
    expect(why(check, [open, at(81, thrown)])?.hint).toBeUndefined()
    // Not where what was seen says why.
    const early = call('send', { readyState: 0, exception, source })
    expect(why(check, [early, at(81, thrown), open])).toMatchObject({ mistake: 'too-early' })
    expect(why(check, [open, call('send'), send('a'), message('x'), at(90, thrown)])).toMatchObject(
      {
        key: 'instead.value',
      },
    )
  })

  it('says nothing of a mistake where the check passes', () => {
    const early = call('send', { readyState: 0, exception, source })
    expect(judge(check, [early, open, send('a'), message('a')]).explanation).toBeUndefined()
  })
})
