import { expect, it } from 'vitest'
import { problemOfEvent } from '../../core/trace/schema.ts'
import { ofType, runProgram, scenario } from '../testing/run-program.ts'

it('gives frames of every length as events that a host accepts', async () => {
  const lengths = Array.from({ length: 300 }, (_, length) => length)
  const trace = await runProgram(scenario('echo'), ({ WebSocket }) => {
    const ws = new WebSocket('ws://localhost:8080')
    ws.onopen = () => {
      for (const length of lengths) ws.send('x'.repeat(length))
    }
  })
  expect(ofType(trace, 'frameReceived')).toHaveLength(2 * lengths.length)
  expect(trace.map(problemOfEvent).filter((problem) => problem !== null)).toEqual([])
})
