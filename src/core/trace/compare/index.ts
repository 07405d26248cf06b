/** Two traces side by side: what agrees, what differs, what only one has. */
export type { ComparedRow, ComparedTrace, Comparison, Difference, Finding } from './comparison.ts'
export { type FieldValue } from './event-content.ts'
export { compareSameWorld } from './same-world.ts'
export { compareEndpoints } from './two-endpoints.ts'
