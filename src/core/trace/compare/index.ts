/** Two traces side by side: what agrees, what differs, what only one has. */
export type {
  AspectCounts,
  ComparedLog,
  ComparedRow,
  ComparedTrace,
  Comparison,
  Difference,
  Finding,
  FindingKey,
  OnlyOneShows,
  RowKind,
} from './comparison.ts'
export { FINDING_KEYS, SHOWN_BY_ONE } from './comparison.ts'
export { DIFFERING_FIELDS, type DifferingField, type FieldValue } from './event-content.ts'
export { compareSameWorld } from './same-world.ts'
export { compareEndpoints } from './two-endpoints.ts'
