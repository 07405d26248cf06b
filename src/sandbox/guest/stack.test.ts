import { describe, expect, it } from 'vitest'
import { innermostPosition, looksLikeFrame, positionOfFrame } from './stack.ts'

const isProgram = (name: string) => name === 'client.js' || name === 'server.js'

describe('the innermost position of the program', () => {
  it.each([
    [
      'Chromium, under frames of ours',
      'Error: x\n    at send (http://h/sandbox.html:9:200)\n    at onOpen (client.js:3:5)\n    at client.js:9:1',
      { file: 'client.js', line: 3, column: 5 },
    ],
    [
      'Chromium, at the top level',
      'Error\n    at client.js:12:34',
      { file: 'client.js', line: 12, column: 34 },
    ],
    [
      'Chromium, in an async function',
      'Error\n    at async run (server.js:2:3)',
      { file: 'server.js', line: 2, column: 3 },
    ],
    [
      'Firefox',
      'send@http://h/sandbox.html:9:200\nws.onopen@client.js:3:5\n@client.js:9:1\n',
      { file: 'client.js', line: 3, column: 5 },
    ],
    [
      'Firefox, where the name became an absolute URL',
      'f@http://h/some/course/client.js:3:5',
      { file: 'client.js', line: 3, column: 5 },
    ],
    [
      'Firefox, in an async function',
      'async*f@client.js:4:6',
      { file: 'client.js', line: 4, column: 6 },
    ],
  ])('is found in %s', (_name, stack, position) => {
    expect(innermostPosition(stack, isProgram)).toEqual(position)
  })

  it('is undefined if all frames are other code', () => {
    const stack =
      'Error: client.js:1:1 is not here\n    at f (other.js:1:1)\n    at Array.map (<anonymous>)'
    expect(innermostPosition(stack, isProgram)).toBeUndefined()
  })

  it('is undefined for a name with the same ending', () => {
    expect(innermostPosition('    at f (myclient.js:1:1)', isProgram)).toBeUndefined()
  })
})

it('distinguishes frames from the text of the error', () => {
  expect(looksLikeFrame('    at Array.map (<anonymous>)')).toBe(true)
  expect(looksLikeFrame('forEach@[native code]')).toBe(true)
  expect(looksLikeFrame('TypeError: look at this')).toBe(false)
  expect(positionOfFrame('TypeError: look at this')).toBeUndefined()
})
