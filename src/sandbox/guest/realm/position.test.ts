import { expect, it } from 'vitest'
import { fileOf, positionOutside } from './position.ts'

const own = { file: 'blob:null/1-2', name: 'blob:null/known', length: 1000 }

it.each([
  ['Chromium', 'Error\n    at a (blob:null/1-2:1:900)\n    at f (blob:null/1-2:3:5)'],
  ['Firefox', 'a@blob:null/1-2:1:900\nf@blob:null/1-2:3:5\n'],
])('is the innermost that is not ours, as %s writes it', (_, stack) => {
  expect(positionOutside(stack, own)).toEqual({ file: 'blob:null/known', line: 3, column: 5 })
})

it('on the first line begins after ours', () => {
  expect(positionOutside('f@blob:null/1-2:1:1007', own)).toMatchObject({ line: 1, column: 7 })
})

it('in another file is what it is', () => {
  expect(positionOutside('    at blob:null/other:1:2', own)).toEqual({
    file: 'blob:null/other',
    line: 1,
    column: 2,
  })
})

it('is undefined if all frames are ours', () => {
  expect(positionOutside('a@blob:null/1-2:1:9', own)).toBeUndefined()
  expect(positionOutside(undefined, own)).toBeUndefined()
})

it('knows the file that a stack was taken in', () => {
  expect(fileOf('Error: x\n    at worker.js:1:5')).toBe('worker.js')
})
