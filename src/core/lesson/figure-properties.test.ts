import { expect, it } from 'vitest'
import { readFigure, type KnownFigures } from './figure-properties.ts'

const known: KnownFigures = {
  plain: {},
  steps: {
    at: { kind: 'choice', of: ['open', 'closed'] },
    steps: { kind: 'number', min: 1, max: 9 },
  },
}

it('a figure gets numbers as numbers and choices as they are written', () => {
  expect(readFigure(known, 'steps', { at: 'open', steps: '4' })).toEqual({
    values: { at: 'open', steps: 4 },
    reasons: [],
  })
  expect(readFigure(known, 'plain', {})).toEqual({ values: {}, reasons: [] })
})

it.each([
  ['ghost', {}, 'there is no figure src/figures/ghost; there are plain, steps'],
  ['toString', {}, 'there is no figure src/figures/toString; there are plain, steps'],
  ['plain', { step: 'x' }, 'the figure plain has no property step: take step=x away or declare'],
  ['steps', { toString: 'x' }, 'the figure steps has no property toString'],
  ['steps', { steps: '10' }, 'steps=10 is not a whole number from 1 to 9'],
  ['steps', { steps: '1.5' }, 'steps=1.5 is not a whole number from 1 to 9'],
  ['steps', { at: 'ajar' }, 'at=ajar is not one of open, closed'],
])('refuses what a figure does not have: %s %j', (name, written, reason) => {
  expect(readFigure(known, name, written).reasons).toEqual([expect.stringContaining(reason)])
})
