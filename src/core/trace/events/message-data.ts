/** The data of a whole message, text or bytes. */
import { MAX_DATA } from '../event-limits.ts'
import { bytes, text, variants, type Infer } from '../shape.ts'
import { ofBody } from './body.ts'
import { hex, string } from './field.ts'

export const messageData = variants('kind', {
  text: { text: text(MAX_DATA) },
  binary: { bytes: bytes(MAX_DATA) },
})
export type MessageData = Infer<typeof messageData>

interface WithMessage {
  readonly data?: MessageData
  readonly bodyOmitted?: number
}

export const messageFields = {
  data: string<WithMessage>(
    'The text; binary data in hexadecimal: `48 65`.',
    ofBody(({ data }) => (data?.kind === 'binary' ? hex(data.bytes) : data?.text)),
  ),
  kind: string<WithMessage>('`text` or `binary`.', ({ data }) => data?.kind),
}

/** Octets that a message keeps alive: of text, in UTF-16. */
export function sizeOfMessage({ data }: WithMessage): number {
  if (data === undefined) return 0
  return data.kind === 'text' ? 2 * data.text.length : data.bytes.byteLength
}

export function bytesOfMessage({ data }: WithMessage): Uint8Array | undefined {
  return data?.kind === 'binary' ? data.bytes : undefined
}

export function withoutMessage<E extends { readonly data?: MessageData }>(event: E): E {
  if (event.data === undefined) return event
  const { data } = event
  return data.kind === 'text'
    ? { ...event, data: { kind: 'text', text: '' }, bodyOmitted: 2 * data.text.length }
    : {
        ...event,
        data: { kind: 'binary', bytes: new Uint8Array(0) },
        bodyOmitted: data.bytes.byteLength,
      }
}
