/** Five people in two rooms, and who of them hears what one says. */
import type { TraceEvent } from '../../core/trace/event.ts'

export const ROOMS = [
  { name: 'tea', people: ['Ada', 'Bo', 'Dot'] },
  { name: 'jazz', people: ['Cy', 'Mal'] },
] as const
export const PEOPLE = ROOMS.flatMap(({ people }): readonly Person[] => people)
export type Person = (typeof ROOMS)[number]['people'][number]

/** To whom the server passes a message on. */
export const AUDIENCES = ['everyone', 'room', 'others'] as const
export type Audience = (typeof AUDIENCES)[number]

export interface Settings {
  readonly audience: Audience
  readonly speaker: Person
}

export const FIRST_SETTINGS: Settings = { audience: 'everyone', speaker: 'Ada' }

export interface Spread {
  readonly settings: Settings
  /** Who got the message, in the order in which it came. */
  readonly heard: readonly Person[]
}

export const roomOf = (person: Person): string =>
  ROOMS.find(({ people }) => people.some((other) => other === person))?.name ?? ''

/** What a run has to tell, in which the people connected in the order of `PEOPLE`. */
export function readSpread(settings: Settings, trace: readonly TraceEvent[]): Spread {
  const heard = trace.flatMap((event) => {
    if (event.type !== 'messageReceived' || event.side !== 'client') return []
    return PEOPLE.filter((_, index) => event.connectionId === `ws-${index + 1}`)
  })
  return { settings, heard }
}

/** Whether exactly those got it who are with the speaker. */
export function isRight({ settings: { speaker }, heard }: Spread): boolean {
  const wanted = PEOPLE.filter((person) => person !== speaker && roomOf(person) === roomOf(speaker))
  return wanted.length === heard.length && wanted.every((person) => heard.includes(person))
}

/** Where a room and its people are drawn, in per cent of the width. */
export interface Place {
  readonly room: string
  readonly from: number
  readonly width: number
  readonly people: readonly { readonly person: Person; readonly at: number }[]
}

const GAP = 4

/** Each person gets the same width. */
export function placesOf(): readonly Place[] {
  const each = (100 - GAP * (ROOMS.length - 1)) / PEOPLE.length
  let from = 0
  return ROOMS.map(({ name, people }) => {
    const width = each * people.length
    const place = {
      room: name,
      from,
      width,
      people: people.map((person, index) => ({ person, at: from + each * (index + 0.5) })),
    }
    from += width + GAP
    return place
  })
}
