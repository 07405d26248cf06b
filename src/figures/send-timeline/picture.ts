/** The picture of a life: time from left to right, in percent of the width. */
import type { ReadyState } from '../../core/protocol/ready-state.ts'
import { END, type Fate, type Flight, type Life } from './life.ts'

/** Pixels from the top: the server's line, the page's, the band of the states, what is below it. */
export const HEIGHTS = { server: 20, page: 60, band: 78, names: 116, ticks: 134, all: 140 } as const
export const BAND_HEIGHT = 16
/** Where the slider lies. */
export const BAND_MIDDLE = HEIGHTS.band + BAND_HEIGHT / 2

/** Milliseconds as a part of the width. */
export const percent = (time: number): string => `${((time / END) * 100).toFixed(2)}%`

export interface LifePicture {
  readonly states: readonly {
    readonly state: ReadyState
    readonly x: string
    readonly width: string
    readonly middle: string
  }[]
  readonly flights: readonly {
    readonly key: number
    readonly of: Flight['of']
    readonly isUp: boolean
    readonly x1: string
    readonly x2: string
  }[]
  /** What the thin lines are, over their ends at the server. */
  readonly labels: readonly { readonly x: string; readonly text: string }[]
  /** From where a text was said to where it was sent. */
  readonly waits: readonly { readonly key: string; readonly x1: string; readonly x2: string }[]
  readonly marks: readonly {
    readonly key: string
    readonly kind: Fate['kind']
    readonly x: string
  }[]
  /** Whole seconds, `label` in seconds. */
  readonly ticks: readonly { readonly x: string; readonly label: number }[]
}

/** Both Close frames meet at the server: one word is enough. */
const LABELS = {
  handshake: { client: 'GET', server: '101' },
  close: { client: 'Close', server: '' },
  message: { client: '', server: '' },
} as const

export function pictureOf({ states, flights, sends }: Life): LifePicture {
  return {
    states: states.map(({ state, from }, index) => {
      const to = states[index + 1]?.from ?? END
      const middle = (from + to) / 2
      return { state, x: percent(from), width: percent(to - from), middle: percent(middle) }
    }),
    flights: flights.map(({ of, from, sent, arrived }, key) => {
      return { key, of, isUp: from === 'client', x1: percent(sent), x2: percent(arrived) }
    }),
    labels: flights.flatMap(({ of, from, sent, arrived }) => {
      const text = LABELS[of][from]
      return text === '' ? [] : [{ text, x: percent(from === 'client' ? arrived : sent) }]
    }),
    waits: sends
      .filter(({ said, called }) => called > said)
      .map(({ text, said, called }) => ({ key: text, x1: percent(said), x2: percent(called) })),
    marks: sends.map(({ text, said, fate }) => {
      return { key: text, kind: fate.kind, x: percent(said) }
    }),
    ticks: Array.from({ length: END / 1000 + 1 }, (_, second) => {
      return { x: percent(second * 1000), label: second }
    }),
  }
}
