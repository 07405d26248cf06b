import type { Life } from './life.ts'

/** Written by `npx vitest run src/figures/send-timeline -u`, and proved by the same test. */
export const FIRST_LIFE: Life = {
  way: 'atOnce',
  states: [
    { state: 0, from: 0 },
    { state: 1, from: 1700 },
    { state: 2, from: 2500 },
    { state: 3, from: 3100 },
  ],
  flights: [
    { of: 'handshake', from: 'client', sent: 600, arrived: 900 },
    { of: 'handshake', from: 'server', sent: 1400, arrived: 1700 },
    { of: 'message', from: 'client', sent: 2000, arrived: 2300 },
    { of: 'close', from: 'client', sent: 2500, arrived: 2800 },
    { of: 'close', from: 'server', sent: 2800, arrived: 3100 },
  ],
  sends: [
    {
      text: 'first',
      said: 300,
      called: 300,
      bufferedAmount: 0,
      fate: { kind: 'threw', exception: 'InvalidStateError' },
    },
    {
      text: 'second',
      said: 900,
      called: 900,
      bufferedAmount: 0,
      fate: { kind: 'threw', exception: 'InvalidStateError' },
    },
    {
      text: 'third',
      said: 2000,
      called: 2000,
      bufferedAmount: 5,
      fate: { kind: 'sent', arrived: 2300 },
    },
    {
      text: 'fourth',
      said: 3500,
      called: 3500,
      bufferedAmount: 6,
      fate: { kind: 'discarded', readyState: 3 },
    },
  ],
  bufferedAmount: 6,
}
