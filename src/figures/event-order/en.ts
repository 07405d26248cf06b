export default {
  label: 'Calls and events to put in order',
  alternative:
    'A server that accepts: new WebSocket(url), ws.onopen is set, open fires, send(), message fires, close(), close fires; error never does. A server that refuses: new WebSocket(url), ws.onopen is set, the 401 arrives, error fires, close fires; open and message never do. A server that breaks the protocol: new WebSocket(url), open fires, send(), the broken frame arrives, error fires, close fires; message never does.',
  server: 'The server',
  round: { accepts: 'accepts', refuses: 'refuses', breaks: 'breaks a rule' },
  about: {
    accepts: 'It echoes. Your program sends when open fires, and closes when the echo is here.',
    refuses: 'It answers the handshake with 401.',
    breaks: 'It accepts. Once it has Hello, it sends a frame with an opcode that means nothing.',
  },
  kind: { event: 'fires', wire: 'arrives' },
  row: { never: 'Below this line: never' },
  list: 'Your order',
  help: 'Drag a block into place. Or choose one, and move it with the arrow keys or the arrows below the list.',
  up: 'Move up',
  down: 'Move down',
  place: '{block}: place {place} of {count}',
  run: {
    title: 'The run',
    start: 'Run and compare',
    waiting: 'Run it, and what happened stands here.',
    loading: 'Loading the network…',
    failed: 'The network couldn’t be loaded. Reload the page and try again.',
    never: 'never',
  },
  startOver: 'Start over',
  verdict: {
    before: 'came before {other}',
    after: 'came after {other}',
    neverCame: 'never came',
    came: 'did come',
  },
  wrong:
    'One block is out of place. It says what the run had instead: move it there. | {count} blocks are out of place. Each says what the run had instead: move them there.',
  right: {
    accepts:
      'That’s how it went. The constructor returns at once, so your handler is set in time. Nothing comes after close.',
    refuses:
      'That’s how it went. The browser reads the 401, and tells your program only error, then close.',
    breaks:
      'That’s how it went. The socket was open, and the browser failed it: error, then close, and no message.',
  },
} as const
