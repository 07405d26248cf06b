/** The meaning and the senders of close codes (RFC 6455 §7.4 and the IANA registry). */
import { closeCodeName, mayBeOnTheWire } from '../../core/protocol/index.ts'
import { text, type Text } from '../../ui/text.ts'

export function closeCodeMeaning(code: number): Text {
  const name = closeCodeName(code)
  if (name !== undefined) return text(`inspector.closeCode.${name}`)
  if (code >= 3000 && code <= 3999) return text('inspector.closeCode.registered')
  if (code >= 4000 && code <= 4999) return text('inspector.closeCode.private')
  return text('inspector.closeCode.undefined')
}

/** WHATWG WebSockets §3.1: `close()` takes only 1000 and 3000 to 4999. */
export function closeCodeSender(code: number): Text {
  if (!mayBeOnTheWire(code)) return text('inspector.closeSender.nobody')
  if (code === 1000 || code >= 3000) return text('inspector.closeSender.program')
  return text(code === 1010 ? 'inspector.closeSender.client' : 'inspector.closeSender.endpoint')
}
