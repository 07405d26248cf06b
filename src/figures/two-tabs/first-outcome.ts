import { CHAT, FIRST_SETTINGS, type Outcome } from './visits.ts'

/** Proved by the test beside it. */
export const FIRST_OUTCOME: Outcome = {
  settings: FIRST_SETTINGS,
  ada: { origin: CHAT, cookie: 'session=1', status: 101, sent: null, user: 'Ada' },
  other: {
    origin: 'https://prizes.example',
    cookie: 'session=1',
    status: 101,
    sent: null,
    user: 'Ada',
  },
}
