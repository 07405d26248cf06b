import { FIRST_SETTINGS, type Gap } from './gap.ts'

/** Written by `npx vitest run src/figures/gap-timeline -u`, and proved by the same test. */
export const FIRST_GAP: Gap = {
  settings: FIRST_SETTINGS,
  arrivals: [
    { number: 1, time: 540 },
    { number: 2, time: 1040 },
    { number: 3, time: 1540 },
    { number: 4, time: 2040 },
    { number: 5, time: 2540 },
    { number: 11, time: 5540 },
    { number: 12, time: 6040 },
    { number: 13, time: 6540 },
    { number: 14, time: 7040 },
    { number: 15, time: 7540 },
    { number: 16, time: 8040 },
    { number: 17, time: 8540 },
    { number: 18, time: 9040 },
  ],
  backAt: 5180,
}
