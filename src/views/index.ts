import type { RunView } from './view.ts'

const found = import.meta.glob<RunView>('./*/view.ts', { eager: true, import: 'default' })

/** All views of a run, in the order of their tabs. */
export const VIEWS: readonly RunView[] = Object.values(found).sort(
  (one, other) => one.order - other.order,
)
