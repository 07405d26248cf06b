export default {
  label: 'The same messages with and without compression',
  alternative:
    'Six positions of a bus in JSON. Without compression, each frame takes about 80 bytes. With it, the first takes nearly as many, and each of the others about 15: almost all of it is copied from the messages before. Without the window, each takes nearly as many as the first. Random bytes take more than without compression, whatever the window.',
  kind: 'Messages',
  kinds: { positions: 'positions', sentences: 'sentences', chance: 'random bytes' },
  window: 'The window',
  windows: { large: '32 KB', small: '256 bytes', none: 'none' },
  own: 'And one of yours',
  message: 'Message',
  plain: 'without',
  packed: 'with',
  all: 'all',
  bytes: 'Bytes of each frame',
  looked: 'Look at message',
  before: 'In the window',
  empty: 'Nothing: the compressor begins anew.',
  out: 'out of reach',
  itself: 'Message {number}',
  outcome:
    'Message {number}: {copied} of its {length} bytes are copied from before, in {copies} pieces. {fresh} are new. Its frame takes {packed} bytes, {plain} without compression.',
  fresh:
    'Message {number}: nothing is copied, all {length} bytes are new. Its frame takes {packed} bytes, {plain} without compression.',
  failed: 'The compressor could not be loaded. Reload the page to try again.',
} as const
