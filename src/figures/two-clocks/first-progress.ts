import type { Progress } from './two-clocks.ts'

/** Written by `npx vitest run src/figures/two-clocks -u`, and proved by the same test. */
export const FIRST_PROGRESS: Progress = { said: 160, answered: 3240 }
