/** What server programs and their broker say to each other: what a program with `redis` does. */
import { previewText } from '../describe/preview.ts'
import { MAX_TEXT } from '../event-limits.ts'
import { optional, text, type Infer } from '../shape.ts'
import { name, runEvent } from './event-base.ts'
import { say, type LooksOf } from './event-look.ts'
import type { TraitsOf } from './event-traits.ts'
import * as field from './field.ts'

/** The program called `publish`. */
const messagePublished = runEvent('messagePublished', {
  channel: text(MAX_TEXT),
  text: text(MAX_TEXT),
})

/** A message reached a server that is subscribed: its cause is the publishing. */
const messageDelivered = runEvent('messageDelivered', {
  channel: text(MAX_TEXT),
  text: text(MAX_TEXT),
  /** Of `pSubscribe`: the pattern that the channel has met. */
  pattern: optional(text(MAX_TEXT)),
})

/** Any other command: `SUBSCRIBE`, `INCR`. */
const brokerCommand = runEvent('brokerCommand', {
  command: name,
  /** What follows the command, with blanks between: a channel, or a key and values. */
  text: text(MAX_TEXT),
})
export type BrokerEvent =
  Infer<typeof messagePublished> | Infer<typeof messageDelivered> | Infer<typeof brokerCommand>

export interface BrokerReaders {
  readonly messagePublished: 'wire'
  readonly messageDelivered: 'wire' | 'opensHandlers'
  readonly brokerCommand: 'wire'
}

const ofMessage = {
  channel: field.string<{ channel: string }>('The channel.', (e) => e.channel),
  text: field.string<{ text: string }>('The message, as text.', (e) => e.text),
}

export const brokerTraits: TraitsOf<BrokerEvent> = {
  messagePublished: {
    shape: messagePublished,
    fields: ofMessage,
    seenBy: 'neither',
    size: (e) => 2 * (e.channel.length + e.text.length),
  },
  messageDelivered: {
    shape: messageDelivered,
    fields: {
      ...ofMessage,
      pattern: field.string('The pattern that the channel has met, if any.', (e) => e.pattern),
    },
    seenBy: 'neither',
    size: (e) => 2 * (e.channel.length + e.text.length),
    isArrival: true,
  },
  brokerCommand: {
    shape: brokerCommand,
    fields: {
      command: field.string('For example `SUBSCRIBE` or `INCR`.', (e) => e.command),
      text: field.string('What follows it: a channel, or a key and values.', (e) => e.text),
    },
    seenBy: 'neither',
    size: (e) => 2 * e.text.length,
    variant: (e) => e.command,
  },
}

const look = { group: 'messages', lane: 'program' } as const
/** On the wire, for what a channel carries. */
const MAX_LABEL = 40

export const brokerLooks: LooksOf<BrokerEvent> = {
  messagePublished: {
    ...look,
    name: () => 'PUBLISH',
    label: (e) => `PUBLISH ${e.channel} ${previewText(e.text, MAX_LABEL)}`,
    sentence: (e) =>
      say('messagePublished', { channel: e.channel }, `“${previewText(e.text, 120)}”`),
  },
  messageDelivered: {
    ...look,
    name: () => 'message',
    label: (e) => `${e.channel}: ${previewText(e.text, MAX_LABEL)}`,
    sentence: (e) =>
      say('messageDelivered', { channel: e.channel }, `“${previewText(e.text, 120)}”`),
  },
  brokerCommand: {
    ...look,
    group: 'calls',
    name: (e) => e.command,
    label: (e) => `${e.command} ${previewText(e.text, MAX_LABEL)}`,
    sentence: (e) => say('brokerCommand', { command: e.command }, previewText(e.text, 120)),
  },
}
