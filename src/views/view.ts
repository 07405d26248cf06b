import type { Component } from 'vue'
import type { LatePart } from '../locales/late-part.ts'
import type { Localised } from '../core/locale/locale.ts'

/** A view of a run, in a tab. Each folder beside this file has one in its `view.ts`. */
export interface RunView {
  readonly id: string
  /** The tab's place among the tabs. */
  readonly order: number
  /** The tab's title. */
  readonly title: Localised
  /** What is in its place before a program has run, without the component. */
  readonly beforeRun?: { readonly title: Localised; readonly text: Localised }
  /** A number beside the title. */
  readonly count?: () => number
  /** Whether there is a tab; always by default. */
  readonly isThere?: () => boolean
  /** Stays mounted behind other tabs once opened, with all that it has read. */
  readonly stays?: boolean
  /** Hides the states of the run above it, because it shows several runs. */
  readonly hidesStates?: boolean
  /** Takes no props: see `useShownRun`. It comes late, with its texts. */
  readonly component: LatePart<Component>
}

export function defineView(view: RunView): RunView {
  return view
}
