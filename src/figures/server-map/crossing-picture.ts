/** Where the servers, the broker and the people are drawn, and the lines between them. */
import { PEOPLE, PORTS, SPEAKER, type Crossing, type Person, type Port } from './servers.ts'

/** Units of the picture. */
export const WIDTH = 360
export const HEIGHT = 212
export const BROKER = { x: WIDTH / 2, y: 24 }
const SERVER_X: Readonly<Record<Port, number>> = { 8080: 90, 8081: 270 }
const SERVER_Y = 96
const PERSON_Y = 172
/** Between two people. */
const APART = 56

export interface PlacedServer {
  readonly port: Port
  readonly x: number
  readonly y: number
  readonly isGone: boolean
}

export interface PlacedPerson {
  readonly person: Person
  readonly x: number
  readonly y: number
  readonly speaks: boolean
  readonly hears: boolean
}

/** A message on one part of its way, in the order in which they are passed. */
export interface Passage {
  readonly step: number
  readonly kind: 'said' | 'published' | 'heard'
  readonly from: { readonly x: number; readonly y: number }
  readonly to: { readonly x: number; readonly y: number }
}

export const serversOf = ({ settings }: Crossing): readonly PlacedServer[] =>
  PORTS.map((port) => ({
    port,
    x: SERVER_X[port],
    y: SERVER_Y,
    isGone: port === 8080 && settings.first === 'ends',
  }))

export function peopleOf({ places, heard }: Crossing): readonly PlacedPerson[] {
  return PORTS.flatMap((port) => {
    const here = PEOPLE.filter((person) => places[person] === port)
    return here.map((person, index) => ({
      person,
      x: SERVER_X[port] + (index - (here.length - 1) / 2) * APART,
      y: PERSON_Y,
      speaks: person === SPEAKER,
      hears: heard.includes(person),
    }))
  })
}

export function passagesOf(crossing: Crossing): readonly Passage[] {
  const { settings, places } = crossing
  const people = peopleOf(crossing)
  const servers = serversOf(crossing).filter(({ isGone }) => !isGone)
  const passages: Passage[] = []
  const serverOf = (person: Person) => servers.find(({ port }) => port === places[person])
  for (const speaker of people.filter(({ speaks }) => speaks)) {
    const own = serverOf(speaker.person)
    if (own === undefined) continue
    passages.push({ step: 0, kind: 'said', from: speaker, to: own })
    if (settings.broker === 'redis') {
      passages.push({ step: 1, kind: 'published', from: own, to: BROKER })
      for (const server of servers)
        passages.push({ step: 2, kind: 'heard', from: BROKER, to: server })
    }
  }
  for (const hearer of people.filter(({ hears }) => hears)) {
    const own = serverOf(hearer.person)
    if (own !== undefined)
      passages.push({
        step: settings.broker === 'redis' ? 3 : 1,
        kind: 'heard',
        from: own,
        to: hearer,
      })
  }
  return passages
}
