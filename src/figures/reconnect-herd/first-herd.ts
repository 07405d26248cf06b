import { FIRST_SETTINGS, type Herd } from './herd.ts'

/** Written by `npx vitest run src/figures/reconnect-herd -u`, and proved by the same test. */
export const FIRST_HERD: Herd = {
  settings: FIRST_SETTINGS,
  attempts: [
    0, 0, 200, 0, 0, 0, 200, 0, 0, 0, 0, 0, 0, 0, 200, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    200, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  ],
  all: 800,
  halfBackAt: 15500.337425339587,
  allBackAt: 15546.400671958485,
}
