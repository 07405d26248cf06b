/**
 * The versions of a value that several tabs change, each without asking the others. A version knows
 * which others went into it, so that a later one replaces an earlier one, and two that were made
 * apart from each other are both kept until somebody chooses.
 */
import { array, object, record, integer, type Shape } from '../core/data/shape.ts'

/**
 * How often each tab had changed the value, by the tab's id: a version vector. A tab that goes on with
 * a version made elsewhere counts under another id from there on.
 */
export type Vector = Readonly<Record<string, number>>

export interface Version<T> {
  readonly value: T
  readonly vector: Vector
}

/** The one that this tab shows, then those that were made apart from it. Empty: never changed. */
export type Versions<T> = readonly Version<T>[]

/** Counts the changes of one tab. */
export type Count = () => Vector

/** Tabs that a vector names. To forget one that is long gone costs a question, never a version. */
const MAX_TABS = 16

export function versionsOf<T>(value: Shape<T>): Shape<Versions<T>> {
  // An object's type is mapped from its fields, which TypeScript does not see through for a T.
  return array(object({ value, vector: record(integer(0)) })) as Shape<Versions<T>>
}

/** Counts under an id that no other tab has. */
export function countOf(): Count {
  const tab = Math.random().toString(36).slice(2, 12)
  let changes = 0
  return () => ({ [tab]: ++changes })
}

/** The value that is shown. */
export function shownOf<T>(versions: Versions<T> | undefined): T | undefined {
  return versions?.[0]?.value
}

/** A change of the value that is shown; the others stay. */
export function changed<T>(versions: Versions<T> = [], value: T, count: Count): Versions<T> {
  const [shown, ...others] = versions
  return [{ value, vector: later(shown?.vector ?? {}, count()) }, ...others]
}

/** A value in place of every version. */
export function settled<T>(versions: Versions<T> = [], value: T, count: Count): Versions<T> {
  const all = versions.reduce<Vector>((sum, { vector }) => both(sum, vector), {})
  return [{ value, vector: later(all, count()) }]
}

/** The versions of two tabs: none is left out that did not go into another one. */
export function joined<T>(mine: Versions<T> = [], theirs: Versions<T> = []): Versions<T> {
  const all = [...mine, ...theirs]
  const kept = all.filter(
    (one, index) =>
      !all.some(
        (other, at) =>
          at !== index &&
          includes(other.vector, one.vector) &&
          // Of two that are the same the first is kept.
          (!includes(one.vector, other.vector) || (at < index && sameValue(one, other))),
      ),
  )
  const shown = mine[0]
  if (shown === undefined) return kept
  const next = kept.find(({ vector }) => includes(vector, shown.vector)) ?? kept[0]
  return next === undefined ? kept : withoutCopies([next, ...kept.filter((one) => one !== next)])
}

/** Whether each version is among the others, or went into one of them. */
export function isKeptIn<T>(versions: Versions<T> = [], others: Versions<T> = []): boolean {
  return versions.every((one) => others.some((other) => includes(other.vector, one.vector)))
}

/** The vector of a value that was stored without one: the same value has the same. */
export function vectorOfContent(value: unknown): Vector {
  const text = JSON.stringify(value)
  let sum = 0
  for (let index = 0; index < text.length; index += 1)
    sum = (Math.imul(sum, 31) + text.charCodeAt(index)) | 0
  return { [`content ${(sum >>> 0).toString(36)}`]: 1 }
}

/** Two tabs that came to the same value apart from each other leave nothing to ask. */
function withoutCopies<T>(versions: Versions<T>): Versions<T> {
  const [shown, ...others] = versions
  if (shown === undefined) return versions
  const copies = others.filter((other) => sameValue(shown, other))
  if (copies.length === 0) return versions
  const vector = copies.reduce((sum, copy) => both(sum, copy.vector), shown.vector)
  return [{ ...shown, vector }, ...others.filter((other) => !copies.includes(other))]
}

function sameValue(one: Version<unknown>, other: Version<unknown>): boolean {
  return one.value === other.value || JSON.stringify(one.value) === JSON.stringify(other.value)
}

function includes(vector: Vector, earlier: Vector): boolean {
  return Object.entries(earlier).every(([tab, changes]) => (vector[tab] ?? 0) >= changes)
}

function both(one: Vector, other: Vector): Vector {
  const sum: Record<string, number> = { ...one }
  for (const [tab, changes] of Object.entries(other)) sum[tab] = Math.max(sum[tab] ?? 0, changes)
  return sum
}

/** The vector of a change, which is the last that it names. */
function later(vector: Vector, change: Vector): Vector {
  const others = Object.entries(vector).filter(([tab]) => !Object.hasOwn(change, tab))
  return { ...Object.fromEntries(others.slice(1 - MAX_TABS)), ...change }
}
