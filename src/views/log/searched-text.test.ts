import { expect, it } from 'vitest'
import { Opcode } from '../../core/protocol/opcode.ts'
import { shortFrame } from '../../core/trace/testing/sample.ts'
import { asciiMessage, traceOf } from '../../core/trace/testing/sketch.ts'
import { searchedText } from './searched-text.ts'

const LONG = `${'-'.repeat(200)}needle`

it.each(
  traceOf(
    { type: 'messageSent', ...asciiMessage(LONG) },
    { type: 'frameSent', frame: shortFrame(Opcode.Text, LONG) },
    {
      type: 'consoleMessage',
      level: 'log',
      arguments: [
        {
          kind: 'array',
          className: 'Array',
          length: 1,
          items: [{ kind: 'string', text: LONG, length: LONG.length }],
        },
      ],
    },
  ),
)('a $type is found by the end of its data', (event) => {
  expect(searchedText(event)).toContain('needle')
})
