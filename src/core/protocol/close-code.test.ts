import { expect, test } from 'vitest'
import { CloseCode, closeCodeName } from './close-code.ts'

test('registered codes have a name, the others have none', () => {
  expect(closeCodeName(CloseCode.ProtocolError)).toBe('ProtocolError')
  expect(closeCodeName(1006)).toBe('AbnormalClosure')
  expect(closeCodeName(1004)).toBeUndefined()
  expect(closeCodeName(4001)).toBeUndefined()
})
