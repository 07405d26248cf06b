import { describe, expect, it } from 'vitest'
import { LoopGuard } from './loop-guard.ts'
import { ProgramFiles } from './program-files.ts'

function files() {
  return new ProgramFiles(new LoopGuard({ now: () => 0, nextTurn: () => Promise.resolve() }))
}

describe('a place in the text that runs', () => {
  it('becomes the place in the text that was written', () => {
    const program = files()
    const source = 'for (;;) { ws.send(1) }'
    const { code } = program.prepare('client.js', source, {})
    const column = code.indexOf('send') + 1
    expect(program.inStack(`Error\n    at client.js:1:${column}`)).toEqual({
      file: 'client.js',
      line: 1,
      column: source.indexOf('send') + 1,
    })
  })

  it('is none for a file that is not of the program', () => {
    expect(files().inStack('Error\n    at server.js:1:1')).toBeUndefined()
    expect(files().inStack(undefined)).toBeUndefined()
  })
})

describe('what acorn cannot parse', () => {
  it('runs as it is and says so', () => {
    const file = files().prepare('client.js', 'var a = )', {})
    expect(file).toMatchObject({ goal: 'script', code: 'var a = )' })
    expect(file.unparsable).toMatchObject({ line: 1, column: 9 })
  })

  it('still begins with the prologue of a module, and keeps its columns', () => {
    const program = files()
    const file = program.prepare('client.js', 'await 1; )', { modulePrologue: 'begin();' })
    expect(file.code).toBe('begin();await 1; )')
    expect(program.inText({ file: 'client.js', line: 1, column: 9 }).column).toBe(1)
    expect(program.inText({ file: 'client.js', line: 2, column: 9 }).column).toBe(9)
  })
})

describe('a printed stack', () => {
  it('has the frames of the program alone, with the written columns', () => {
    const program = files()
    const source = 'for (;;) { ws.send(1) }'
    const { code } = program.prepare('client.js', source, {})
    const column = code.indexOf('send') + 1
    const stack = [
      'Error: no',
      '    at send (http://h/sandbox.html:9:200)',
      `    at f (client.js:1:${column})`,
      '    at Array.map (<anonymous>)',
    ].join('\n')
    expect(program.translateStack(stack)).toBe(
      `Error: no\n    at f (client.js:1:${source.indexOf('send') + 1})`,
    )
  })
})
