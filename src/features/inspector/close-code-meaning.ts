/** What a close code says (RFC 6455 §7.4 and the IANA registry). */
import { closeCodeName } from '../../core/protocol/index.ts'
import { text, type Text } from './text.ts'

export function closeCodeMeaning(code: number): Text {
  const name = closeCodeName(code)
  if (name !== undefined) return text(`inspector.closeCode.${name}`)
  if (code >= 3000 && code <= 3999) return text('inspector.closeCode.registered')
  if (code >= 4000 && code <= 4999) return text('inspector.closeCode.private')
  return text('inspector.closeCode.undefined')
}
