import type { Component } from 'vue'
import type { TextKey } from '../locales/messages.ts'

/** A view of a run, in a tab. Each folder beside this file has one in its `view.ts`. */
export interface RunView {
  readonly id: string
  /** The tab's place among the tabs. */
  readonly order: number
  /** The key of the tab's title. */
  readonly title: TextKey
  /** A number beside the title. */
  readonly count?: () => number
  /** Whether there is a tab; always by default. */
  readonly isThere?: () => boolean
  /** Stays mounted behind other tabs once opened, with all that it has read. */
  readonly stays?: boolean
  /** Hides the states of the run above it, because it shows several runs. */
  readonly hidesStates?: boolean
  /** Takes no props: see `useShownRun`. */
  readonly component: Component
}

export function defineView(view: RunView): RunView {
  return view
}
