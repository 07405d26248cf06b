import { describe, expect, it } from 'vitest'
import { PropertyReads, type ReadProperty } from './property-reads.ts'

function setUp() {
  const reads = new PropertyReads()
  const told: string[] = []
  const counts = { located: 0 }
  const read = (property: ReadProperty, value: string | number, line?: number) => {
    const locate = () => {
      counts.located += 1
      return line === undefined ? undefined : { file: 'client.js', line, column: 1 }
    }
    reads.read(property, value, locate, (source) =>
      told.push(`${property} ${value} ${source?.line ?? '-'}`),
    )
  }
  return { read, told, counts }
}

describe('the reads of a socket', () => {
  it('are told once for each value and line', () => {
    const { read, told } = setUp()
    for (const value of [0, 0, 1, 0]) for (const line of [3, 4]) read('readyState', value, line)
    read('bufferedAmount', 0, 3)
    read('bufferedAmount', 0)
    read('bufferedAmount', 0)
    expect(told).toEqual([
      'readyState 0 3',
      'readyState 0 4',
      'readyState 1 3',
      'readyState 1 4',
      'bufferedAmount 0 3',
      'bufferedAmount 0 -',
    ])
  })

  it('cost nothing more where a loop reads one value over and over', () => {
    const { read, told, counts } = setUp()
    for (let index = 0; index < 10_000; index += 1) read('readyState', 0, 7)
    read('readyState', 1, 7)
    expect(told).toEqual(['readyState 0 7', 'readyState 1 7'])
    expect(counts.located).toBe(102)
  })
})
