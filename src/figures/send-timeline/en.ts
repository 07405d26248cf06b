export default {
  label: 'A time line: what send() does in each state',
  alternative:
    'A socket is CONNECTING until the server accepts, OPEN until close() is called, CLOSING until both Close frames have arrived, and then CLOSED. send() throws in CONNECTING, sends in OPEN, and drops the message silently in CLOSING and CLOSED. A queue helps what is early: it waits for open and is sent then, in order. It can’t help what is late.',
  server: 'Server',
  page: 'Page',
  second: '{count} s',
  way: 'What the program does',
  ways: { atOnce: 'send at once', queue: 'wait for open (queue)' },
  time: '{time} ms',
  timeInState: '{time} ms, {state}',
  add: 'Add a send',
  reset: 'Put them back',
  earlier: 'Say {text} earlier',
  later: 'Say {text} later',
  remove: 'Remove {text}',
  fate: {
    threw: 'send() threw an {exception}. Nothing was sent.',
    sent: 'Sent. It reached the server at {arrived} ms.',
    waited:
      'Waited in the queue until {called} ms, then sent. It reached the server at {arrived} ms.',
    discarded: 'send() returned as if nothing were wrong. Nothing was sent.',
  },
  buffered: 'right after: {count}',
  outcome:
    'Of {all}, the server got {sent}; {threw} threw, and {discarded} vanished. At the end, bufferedAmount is {buffered}.',
  none: 'Nothing is said. Add a send.',
  failed: 'The network couldn’t be loaded. Reload the page and try again.',
} as const
