import { FIRST_SETTINGS, type Mounts } from './mounts.ts'

/** Written by `npx vitest run src/figures/mount-toggle -u`, and proved by the same test. */
export const FIRST_MOUNTS: Mounts = {
  settings: FIRST_SETTINGS,
  sockets: [
    { from: 1000, closedAt: null },
    { from: 3000, closedAt: null },
    { from: 5000, closedAt: null },
  ],
  timers: 3,
}
