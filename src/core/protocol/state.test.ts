import { expect, test } from 'vitest'
import { nextState, transitions } from './state.ts'

test('each state has one answer to a trigger, and closed is the end', () => {
  const keys = transitions.map(({ from, on }) => `${from} ${on}`)
  expect(new Set(keys).size).toBe(keys.length)
  expect(transitions.some(({ from }) => from === 'closed')).toBe(false)
})

test('the way of a connection whose client closes it', () => {
  expect(nextState('connecting', 'handshakeSucceeded')).toBe('open')
  expect(nextState('open', 'closeSent')).toBe('closing')
  expect(nextState('closing', 'closeReceived')).toBe('closing')
  expect(nextState('closing', 'transportClosed')).toBe('closed')
})

test('a trigger without a meaning in a state leads nowhere', () => {
  expect(nextState('connecting', 'closeReceived')).toBeUndefined()
  expect(nextState('closed', 'transportClosed')).toBeUndefined()
})
