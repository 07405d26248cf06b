import { describe, expect, it } from 'vitest'
import { traceOf, type EventSketch } from '../trace/testing/sketch.ts'
import { StartWatch } from './start-fault.ts'

const source = { file: 'server.js', line: 4, column: 2 }
const thrown = (
  kind: Extract<EventSketch, { type: 'uncaughtError' }>['kind'],
  name: string,
): EventSketch => ({ type: 'uncaughtError', kind, name, message: 'oh', source })

function faultOf(hasFailed: boolean, ...sketches: EventSketch[]) {
  const watch = new StartWatch()
  for (const event of traceOf(...sketches)) watch.accept(event)
  return watch.fault(hasFailed)
}

describe('StartWatch', () => {
  it('finds the file and line that cannot be parsed', () => {
    const load: EventSketch = { type: 'pageLifecycle', phase: 'load' }
    expect(faultOf(true, load, thrown('syntaxError', 'SyntaxError'))).toEqual({
      seq: 1,
      name: 'SyntaxError',
      message: 'oh',
      file: 'server.js',
      line: 4,
    })
  })

  it('finds the first of several, and needs no place', () => {
    const nowhere = {
      type: 'uncaughtError',
      kind: 'syntaxError',
      name: 'A',
      message: 'oh',
    } as const
    expect(faultOf(false, nowhere, thrown('syntaxError', 'B'))).toEqual({
      seq: 0,
      name: 'A',
      message: 'oh',
    })
  })

  it('finds the error with which a server ended before its client began', () => {
    expect(faultOf(true, thrown('exception', 'ReferenceError'))).toMatchObject({ line: 4 })
    expect(faultOf(true)).toBeNull()
  })

  it('lets errors of a program that ran be judged', () => {
    expect(faultOf(false, thrown('exception', 'TypeError'))).toBeNull()
    expect(faultOf(true, thrown('endlessLoop', 'EndlessLoop'))).toBeNull()
  })
})
