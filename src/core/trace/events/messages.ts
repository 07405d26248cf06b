/** Whole messages, as a program sends and receives them. */
import { previewMessage } from '../describe/preview.ts'
import { fields, integer, oneOf, type FieldsOf, type Infer } from '../shape.ts'
import { connection } from './event-base.ts'
import { receivedAt, say, sentFrom, type LooksOf } from './event-look.ts'
import type { TraitsOf } from './event-traits.ts'
import * as field from './field.ts'
import {
  messageData,
  messageFields,
  bytesOfMessage,
  sizeOfMessage,
  withoutMessage,
  type MessageData,
} from './message-data.ts'

const wholeMessage = {
  ...connection,
  data: messageData,
  /** Octets of the payload before compression; of text, its UTF-8 form. */
  byteLength: integer(0),
}
type WholeMessage = FieldsOf<typeof wholeMessage>

const messageSent = fields({ ...wholeMessage, type: oneOf('messageSent') })
const messageReceived = fields({ ...wholeMessage, type: oneOf('messageReceived') })

export type MessageEvent = Infer<typeof messageSent> | Infer<typeof messageReceived>

export interface MessageReaders {
  readonly messageSent: 'state' | 'outcome' | 'merge' | 'hiddenCapture' | 'tally' | 'carrier'
  readonly messageReceived:
    'state' | 'outcome' | 'merge' | 'hiddenCapture' | 'roundTrips' | 'tally' | 'carrier'
}

const traits = {
  fields: {
    ...messageFields,
    size: field.number<WholeMessage>('Octets.', (e) => e.byteLength),
  },
  seenBy: 'both',
  size: sizeOfMessage,
  withoutBody: withoutMessage,
  bytes: bytesOfMessage,
  variant: ({ data }: WholeMessage) => data.kind,
  isOnWire: true,
} as const

export const messageTraits: TraitsOf<MessageEvent> = {
  messageSent: { ...traits, shape: messageSent, standard: 'RFC 6455 §6.1' },
  messageReceived: {
    ...traits,
    shape: messageReceived,
    standard: 'RFC 6455 §6.2',
    isArrival: true,
  },
}

/** Text in quotes, bytes in hexadecimal; empty where there is nothing, or nothing any more. */
export function quoted({
  data,
  bodyOmitted,
}: {
  readonly data?: MessageData
  readonly bodyOmitted?: number
}): string {
  if (data === undefined || bodyOmitted !== undefined) return ''
  return data.kind === 'text' ? `“${previewMessage(data)}”` : previewMessage(data)
}

const look = {
  group: 'messages',
  lane: 'browser',
  octets: (event: WholeMessage) => event.byteLength,
  name: () => 'message',
  sentence: (e: MessageEvent) => say(`${e.type}.${e.data.kind}`, {}, quoted(e)),
} as const

export const messageLooks: LooksOf<MessageEvent> = {
  messageSent: { ...look, direction: sentFrom },
  messageReceived: { ...look, direction: receivedAt },
}
