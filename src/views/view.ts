import type { Component } from 'vue'

/** A view of a run: a tab of the run's pane. Each folder beside this file has one in its `view.ts`. */
export interface RunView {
  readonly id: string
  /** The tab's place among the tabs. */
  readonly order: number
  /** The tab's title: a text's key. */
  readonly title: string
  /** A number beside the title. */
  readonly count?: () => number
  /** False: there is no tab. */
  readonly isThere?: () => boolean
  /** Once opened, it is kept while another view is shown, with all that it has read. */
  readonly stays?: boolean
  /** It shows more than one run, so the states of one are not shown above it. */
  readonly hidesStates?: boolean
  /** Takes no props: see `useShownRun`. */
  readonly component: Component
}

export function defineView(view: RunView): RunView {
  return view
}
