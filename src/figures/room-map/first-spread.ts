import { FIRST_SETTINGS, type Spread } from './rooms.ts'

/** Written by `npx vitest run src/figures/room-map -u`, and proved by the same test. */
export const FIRST_SPREAD: Spread = {
  settings: FIRST_SETTINGS,
  heard: ['Ada', 'Bo', 'Dot', 'Cy', 'Mal'],
}
