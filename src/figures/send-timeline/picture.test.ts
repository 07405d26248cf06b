import { expect, it } from 'vitest'
import { END, type Life } from './life.ts'
import { pictureOf } from './picture.ts'

const life: Life = {
  way: 'queue',
  states: [
    { state: 0, from: 0 },
    { state: 1, from: 1000 },
  ],
  flights: [{ of: 'message', from: 'client', sent: 1000, arrived: 1400 }],
  sends: [
    {
      text: 'first',
      said: 400,
      called: 1000,
      bufferedAmount: 5,
      fate: { kind: 'sent', arrived: 1400 },
    },
    {
      text: 'second',
      said: 2000,
      called: 2000,
      bufferedAmount: 6,
      fate: { kind: 'sent', arrived: 2400 },
    },
  ],
  bufferedAmount: 0,
}

it('the states fill the width', () => {
  expect(pictureOf(life).states).toEqual([
    { state: 0, x: '0.00%', width: '25.00%', middle: '12.50%' },
    { state: 1, x: '25.00%', width: '75.00%', middle: '62.50%' },
  ])
})

it('a trip of the client goes up, to the server', () => {
  expect(pictureOf(life).flights).toEqual([
    { key: 0, of: 'message', isUp: true, x1: '25.00%', x2: '35.00%' },
  ])
})

it('what is not a message has a word at the server', () => {
  const labels = pictureOf({
    ...life,
    flights: [
      { of: 'handshake', from: 'client', sent: 600, arrived: 1000 },
      { of: 'handshake', from: 'server', sent: 2000, arrived: 2400 },
      ...life.flights,
    ],
  }).labels
  expect(labels).toEqual([
    { text: 'GET', x: '25.00%' },
    { text: '101', x: '50.00%' },
  ])
})

it('only what waited has a wait, from where it was said', () => {
  expect(pictureOf(life).waits).toEqual([{ key: 'first', x1: '10.00%', x2: '25.00%' }])
  expect(pictureOf(life).marks.map(({ x }) => x)).toEqual(['10.00%', '50.00%'])
})

it('there is a tick for each second, the last at the end', () => {
  const { ticks } = pictureOf(life)
  expect(ticks.at(0)).toEqual({ x: '0.00%', label: 0 })
  expect(ticks.at(-1)).toEqual({ x: '100.00%', label: END / 1000 })
})
