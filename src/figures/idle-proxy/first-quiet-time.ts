import { FIRST_SETTINGS, type QuietTime } from './quiet-time.ts'

/** Written by `npx vitest run src/figures/idle-proxy -u`, and proved by the same test. */
export const FIRST_QUIET_TIME: QuietTime = {
  settings: FIRST_SETTINGS,
  pings: [],
  cutAt: 60160,
  octetsOfPing: 0,
}
