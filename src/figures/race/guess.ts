/** How many bytes a reader expects, as typed, and how that compares with what was counted. */
import type { Lane } from './settings.ts'

/** The ways that a reader guesses for. */
export const GUESSED = ['polling', 'webSocket'] as const satisfies readonly Lane[]

/** In bytes. */
export type Guesses = Readonly<Record<(typeof GUESSED)[number], number>>

export type Guess =
  | { readonly kind: 'bytes'; readonly bytes: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'notANumber'; readonly typed: string }

/** `45000`, `45,000`, `45 kB`, `4.5k`, `4.5 万`. */
const TYPED = /^[~≈]?\s*(\d[\d\s,.]*?)\s*(k|kb|m|mb|b|bytes?|千|万|字节|千字节)?$/iu

const UNITS: Readonly<Record<string, number>> = {
  k: 1e3,
  kb: 1e3,
  千: 1e3,
  千字节: 1e3,
  万: 1e4,
  m: 1e6,
  mb: 1e6,
}

export function readGuess(text: string): Guess {
  // Also the wide digits of a Chinese keyboard.
  const typed = text.normalize('NFKC').trim()
  if (typed === '') return { kind: 'empty' }
  const [, digits, unit = ''] = TYPED.exec(typed) ?? []
  if (digits === undefined) return { kind: 'notANumber', typed }
  // A separator before exactly three digits groups them; another one is a decimal point.
  const number = Number(digits.replaceAll(/[\s,.](?=\d{3}(?!\d))|\s/g, '').replace(',', '.'))
  const bytes = Math.round(number * (UNITS[unit.toLowerCase()] ?? 1))
  return Number.isFinite(bytes) ? { kind: 'bytes', bytes } : { kind: 'notANumber', typed }
}

/** `more`: more was counted than guessed, so many times as much. */
export interface Comparison {
  readonly kind: 'close' | 'more' | 'fewer'
  readonly times: number
}

/** Within a quarter of each other is close. */
const CLOSE = 1.25

export function compareGuess(guessed: number, counted: number): Comparison {
  const [less, more] = [Math.min(guessed, counted), Math.max(guessed, counted)]
  const times = more / Math.max(less, 1)
  if (times <= CLOSE) return { kind: 'close', times }
  return { kind: counted > guessed ? 'more' : 'fewer', times }
}
