/** Whole messages, as a program sends and receives them. */
import { previewMessage } from '../describe/preview.ts'
import { integer, oneOf, record } from '../shape.ts'
import { connection, type ConnectionEventBase } from './event-base.ts'
import { receivedAt, say, sentFrom, type LooksOf } from './event-look.ts'
import type { TraitsOf } from './event-traits.ts'
import * as field from './field.ts'
import { messageData, messageFields, sizeOfMessage, type MessageData } from './message-data.ts'

interface WholeMessage extends ConnectionEventBase {
  readonly data: MessageData
  /** Octets of the payload before compression; of text, its UTF-8 form. */
  readonly byteLength: number
}

export interface MessageSent extends WholeMessage {
  readonly type: 'messageSent'
}

export interface MessageReceived extends WholeMessage {
  readonly type: 'messageReceived'
}

export type MessageEvent = MessageSent | MessageReceived

export interface MessageReaders {
  readonly messageSent: 'state' | 'outcome' | 'merge' | 'hiddenCapture' | 'tally' | 'carrier'
  readonly messageReceived:
    'state' | 'outcome' | 'merge' | 'hiddenCapture' | 'roundTrips' | 'tally' | 'carrier'
}

const shape = { ...connection, data: messageData, byteLength: integer(0) }

const fields = {
  ...messageFields,
  size: field.number<WholeMessage>('Octets.', (e) => e.byteLength),
}

const kindOf = ({ data }: WholeMessage): MessageData['kind'] => data.kind

export const messageTraits: TraitsOf<MessageEvent> = {
  messageSent: {
    shape: record<MessageSent>({ ...shape, type: oneOf('messageSent') }),
    fields,
    seenBy: 'both',
    size: sizeOfMessage,
    variant: kindOf,
    standard: 'RFC 6455 §6.1',
    isOnWire: true,
  },
  messageReceived: {
    shape: record<MessageReceived>({ ...shape, type: oneOf('messageReceived') }),
    fields,
    seenBy: 'both',
    size: sizeOfMessage,
    variant: kindOf,
    standard: 'RFC 6455 §6.2',
    isArrival: true,
    isOnWire: true,
  },
}

/** Text in quotes, bytes in hexadecimal; empty where there is nothing. */
export function quoted(data: MessageData | undefined): string {
  if (data === undefined) return ''
  return data.kind === 'text' ? `“${previewMessage(data)}”` : previewMessage(data)
}

const octets = (event: WholeMessage): number => event.byteLength

export const messageLooks: LooksOf<MessageEvent> = {
  messageSent: {
    group: 'messages',
    lane: 'browser',
    direction: sentFrom,
    octets,
    name: () => 'message',
    sentence: ({ data }) => say(`messageSent.${data.kind}`, {}, quoted(data)),
  },
  messageReceived: {
    group: 'messages',
    lane: 'browser',
    direction: receivedAt,
    octets,
    name: () => 'message',
    sentence: ({ data }) => say(`messageReceived.${data.kind}`, {}, quoted(data)),
  },
}
