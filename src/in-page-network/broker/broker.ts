/**
 * A broker as Redis is one: whoever is subscribed to a channel when a message is published gets it, in
 * the order in which the messages came; nobody else ever does.
 */
import { ReplyFailure, type Reply } from './reply.ts'
import { Store } from './store.ts'

/** A message on its way to one subscriber. */
export interface Push {
  readonly channel: string
  readonly text: string
  /** The pattern that the channel has met, where the subscriber named one. */
  readonly pattern?: string
  /** The `seq` of the event of its publishing. */
  readonly cause: number
}

/** One client, as the broker sees it. */
export interface Subscriber {
  readonly channels: Set<string>
  readonly patterns: Set<string>
  /** It talks RESP2, in which who is subscribed may do little else. */
  readonly isResp2: boolean
  push(push: Push): void
}

/** What a client of RESP2 that is subscribed may still ask for. */
const WHILE_SUBSCRIBED = /^(?:P?(?:UN)?SUBSCRIBE|PING|QUIT|RESET)$/u

export class Broker {
  readonly #subscribers = new Set<Subscriber>()
  readonly #store: Store

  constructor(now: () => number) {
    this.#store = new Store(now)
  }

  connect(subscriber: Subscriber): void {
    this.#subscribers.add(subscriber)
  }

  disconnect(subscriber: Subscriber): void {
    this.#subscribers.delete(subscriber)
  }

  /** @param cause the `seq` of the command's event. */
  execute(from: Subscriber, [name = '', ...args]: readonly string[], cause: number): Reply {
    const command = name.toUpperCase()
    const isSubscribed = from.channels.size + from.patterns.size > 0
    if (from.isResp2 && isSubscribed && !WHILE_SUBSCRIBED.test(command))
      return new ReplyFailure(
        `ERR Can't execute '${name.toLowerCase()}': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this context`,
      )
    switch (command) {
      case 'PING':
        return args[0] ?? (from.isResp2 && isSubscribed ? 'pong' : 'PONG')
      case 'QUIT':
        return 'OK'
      case 'PUBLISH':
        return this.#publish(args, cause)
      case 'SUBSCRIBE':
        for (const channel of args) from.channels.add(channel)
        return null
      case 'UNSUBSCRIBE':
        for (const channel of args) from.channels.delete(channel)
        return null
      case 'PSUBSCRIBE':
        for (const pattern of args) from.patterns.add(pattern)
        return null
      case 'PUNSUBSCRIBE':
        for (const pattern of args) from.patterns.delete(pattern)
        return null
      default: {
        const reply = this.#store.run(command, args)
        return reply === undefined ? new ReplyFailure(`ERR unknown command '${name}'`) : reply
      }
    }
  }

  /** Gives how many it went to. */
  #publish([channel = '', text = '']: readonly string[], cause: number): number {
    let receivers = 0
    const all = [...this.#subscribers]
    for (const one of all)
      if (one.channels.has(channel)) {
        one.push({ channel, text, cause })
        receivers += 1
      }
    for (const one of all)
      for (const pattern of one.patterns)
        if (isMet(pattern, channel)) {
          one.push({ channel, text, pattern, cause })
          receivers += 1
        }
    return receivers
  }
}

/** A pattern as Redis has them: `*`, `?`, `[ab]`, and a backslash before what means itself. */
export function isMet(pattern: string, text: string): boolean {
  let source = ''
  for (const [part] of pattern.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|./gsu)) {
    if (part === '*') source += '.*'
    else if (part === '?') source += '.'
    else if (part.length > 1 && part.startsWith('[')) source += oneOf(part.slice(1, -1))
    else source += (part.length > 1 ? part.slice(1) : part).replace(SPECIAL, '\\$&')
  }
  return new RegExp(`^(?:${source})$`, 's').test(text)
}

/** `a-z`, `^a` and `\\]`, as in Redis: a range may be written from either end. */
function oneOf(inner: string): string {
  const isNegated = inner.startsWith('^')
  const parts = (isNegated ? inner.slice(1) : inner).matchAll(/(\\.|.)(?:-(\\.|.))?/gsu)
  const ranges = [...parts].map(([, from = '', to = from]) => {
    const ends = [from, to].map((end) => end.at(-1) ?? '').sort()
    return ends.map((end) => end.replace(SPECIAL, '\\$&')).join('-')
  })
  if (ranges.length === 0) return isNegated ? '.' : '(?!)'
  return `[${isNegated ? '^' : ''}${ranges.join('')}]`
}

const SPECIAL = /[$()*+./?[\\\]^{|}-]/gu
