import { describe, expect, it } from 'vitest'
import { prepareProgram } from '../prepare-program.ts'
import { ProgramFiles } from './program-files.ts'

function prepared(source: string) {
  const program = prepareProgram({ 'client.js': source })
  return { files: new ProgramFiles(program), code: program['client.js'].code }
}

const source = 'for (;;) { ws.send(1) }'

describe('a place in the text that runs', () => {
  it('becomes the place in the text that was written', () => {
    const { files, code } = prepared(source)
    const column = code.indexOf('send') + 1
    expect(files.inStack(`Error\n    at client.js:1:${column}`)).toEqual({
      file: 'client.js',
      line: 1,
      column: source.indexOf('send') + 1,
    })
  })

  it('is none for a file that is not of the program', () => {
    expect(prepared('').files.inStack('Error\n    at server.js:1:1')).toBeUndefined()
    expect(prepared('').files.inStack(undefined)).toBeUndefined()
  })

  it('accounts for what the world put before the first line', () => {
    const { files } = prepared('ws.send(1)')
    files.shiftFirstLine('client.js', 20)
    expect(files.inText({ file: 'client.js', line: 1, column: 24 }).column).toBe(4)
    expect(files.inText({ file: 'client.js', line: 2, column: 24 }).column).toBe(24)
  })
})

describe('a printed stack', () => {
  it('has the frames of the program alone, with the written columns', () => {
    const { files, code } = prepared(source)
    const column = code.indexOf('send') + 1
    const stack = [
      'Error: no',
      '    at send (http://h/sandbox.html:9:200)',
      `    at f (client.js:1:${column})`,
      '    at Array.map (<anonymous>)',
    ].join('\n')
    expect(files.translateStack(stack)).toBe(
      `Error: no\n    at f (client.js:1:${source.indexOf('send') + 1})`,
    )
  })
})
