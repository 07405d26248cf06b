import { FIRST_SETTINGS, type Exchange } from './shared-window.ts'

/** Written by `npx vitest run src/figures/shared-window -u`, and proved by the same test. */
export const FIRST_EXCHANGE: Exchange = {
  settings: FIRST_SETTINGS,
  messages: [
    {
      text: '{"type":"position","bus":11,"latitude":52.5203,"longitude":13.4011,"speed":31}',
      plain: 80,
      packed: 75,
      pieces: [
        { length: 52, back: null },
        { length: 7, back: 20 },
        { length: 5, back: null },
        { length: 4, back: 39 },
        { length: 10, back: null },
      ],
    },
    {
      text: '{"type":"position","bus":11,"latitude":52.521,"longitude":13.402,"speed":34}',
      plain: 78,
      packed: 16,
      pieces: [
        { length: 1, back: null },
        { length: 43, back: 78 },
        { length: 1, back: null },
        { length: 18, back: 77 },
        { length: 1, back: null },
        { length: 10, back: 76 },
        { length: 2, back: null },
      ],
    },
    {
      text: '{"type":"position","bus":11,"latitude":52.5217,"longitude":13.4029,"speed":28}',
      plain: 80,
      packed: 16,
      pieces: [
        { length: 45, back: 76 },
        { length: 1, back: null },
        { length: 19, back: 77 },
        { length: 1, back: null },
        { length: 9, back: 78 },
        { length: 3, back: null },
      ],
    },
    {
      text: '{"type":"position","bus":11,"latitude":52.5224,"longitude":13.4038,"speed":0}',
      plain: 79,
      packed: 17,
      pieces: [
        { length: 44, back: 78 },
        { length: 2, back: null },
        { length: 18, back: 78 },
        { length: 2, back: null },
        { length: 9, back: 78 },
        { length: 2, back: null },
      ],
    },
    {
      text: '{"type":"position","bus":11,"latitude":52.5231,"longitude":13.4047,"speed":17}',
      plain: 80,
      packed: 17,
      pieces: [
        { length: 44, back: 77 },
        { length: 1, back: null },
        { length: 19, back: 232 },
        { length: 2, back: null },
        { length: 9, back: 77 },
        { length: 3, back: null },
      ],
    },
    {
      text: '{"type":"position","bus":11,"latitude":52.5238,"longitude":13.4056,"speed":33}',
      plain: 80,
      packed: 16,
      pieces: [
        { length: 45, back: 78 },
        { length: 1, back: null },
        { length: 18, back: 78 },
        { length: 2, back: null },
        { length: 10, back: 311 },
        { length: 2, back: null },
      ],
    },
  ],
}
