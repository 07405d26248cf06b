import { expect, it } from 'vitest'
import { firstDifference } from './first-difference.ts'

const before = { 'client.js': 'open()\nsend()\nclose()', 'server.js': 'echo()' }

it('names the first line that is not as it was', () => {
  expect(firstDifference(before, { ...before, 'client.js': 'open()\nsend(1)\nclose(1)' })).toEqual({
    file: 'client.js',
    line: 2,
  })
})

it('names the last line of a file that lost its end', () => {
  expect(firstDifference(before, { ...before, 'client.js': 'open()\nsend()' })).toEqual({
    file: 'client.js',
    line: 2,
  })
})

it('names the file of the server', () => {
  expect(firstDifference(before, { ...before, 'server.js': 'echo(2)' })?.file).toBe('server.js')
})

it('finds nothing in the same program', () => {
  expect(firstDifference(before, { ...before })).toBeNull()
})
