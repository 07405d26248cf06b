import { expect, test } from 'vitest'
import { isControl, isReserved, opcodeName } from './opcode.ts'

test('every opcode has a name and a kind', () => {
  const names = Array.from({ length: 16 }, (_, opcode) => opcodeName(opcode))
  const r = 'reserved'
  expect(names.slice(0, 8)).toEqual(['continuation', 'text', 'binary', r, r, r, r, r])
  expect(names.slice(8)).toEqual(['close', 'ping', 'pong', r, r, r, r, r])
  expect([isControl(7), isControl(8), isReserved(2), isReserved(11)]).toEqual([
    false,
    true,
    false,
    true,
  ])
})
