const texts = {
  title: 'Cheat sheet',
  intro:
    'WebSocket on one page: the API, the states and events, the handshake, the frame header and the close codes.',
  print: 'Print',
  glossary: 'Glossary',
  source: 'RFC 6455, WHATWG WebSockets',
  api: {
    title: 'In the page',
    construct:
      'Connects at once. ws: or wss:; http:, https: and relative URLs work too. A bad URL, a #fragment or a subprotocol twice throws SyntaxError.',
    send: 'A string, a Blob, an ArrayBuffer or a view of one. Proves no delivery.',
    close:
      '1000 or 3000–4999, else InvalidAccessError. The reason has at most 123 bytes of UTF-8, else SyntaxError.',
    readyState: 'One of the four states. It only grows.',
    bufferedAmount: 'Bytes that send() took and that haven’t left yet.',
    binaryType: '"blob", the default, or "arraybuffer".',
    agreed: 'The address, and what the server picked; empty if nothing.',
  },
  states: {
    title: 'Four states',
    state: 'readyState',
    send: {
      CONNECTING: 'throws InvalidStateError',
      OPEN: 'queues the message',
      CLOSING: 'drops it silently',
      CLOSED: 'drops it silently',
    },
    close: {
      CONNECTING: 'gives up: 1006',
      OPEN: 'sends a Close frame',
      CLOSING: 'does nothing',
      CLOSED: 'does nothing',
    },
  },
  events: {
    title: 'Four events',
    event: 'Event',
    fields: 'Fields',
    when: 'When',
    none: 'none',
    open: 'The handshake is done. Send now.',
    message: 'One whole message: a string, or bytes as binaryType says.',
    error: 'It failed. Why is kept from scripts; close follows.',
    close: 'Always, once, and last.',
  },
  handshake: {
    title: 'Opening handshake',
    request: 'Request',
    response: 'Response',
    optional: 'optional',
    header: {
      host: 'the server, as in every request',
      origin: 'the page’s scheme, host and port; required of browsers',
      key: '16 random bytes in Base64, new each time',
      accept: 'Base64(SHA-1(key + {guid}))',
      protocol: { request: 'subprotocols, the best first', response: 'one of those, or no header' },
      extensions: { request: 'such as permessage-deflate', response: 'those that are agreed on' },
    },
  },
  frame: {
    title: 'Frame',
    label: 'The header of a frame, field by field',
    bits: '{count} bit | {count} bits',
    bytes: '{count} bytes',
    extended: '{short} bytes after 126, {long} after 127',
    key: '{count} bytes if Mask is 1',
    payload: 'XOR with the key, if there is one',
    length: 'Payload, bytes',
    says: 'Length says',
    fromServer: 'Header from server',
    fromClient: 'from client',
    atLeast: '{from} and more',
    itself: 'itself',
    opcode: 'Opcode',
    means: {
      continuation: 'the message goes on',
      text: 'UTF-8, else 1007',
      binary: 'any bytes',
      close: '2 bytes of code, then a reason',
      ping: 'answered with a pong',
      pong: 'same payload as its ping',
    },
    masks: 'Clients mask every frame, servers none.',
    control: 'Control frames (0x8 to 0xA) have at most 125 bytes and are never fragmented.',
    fragments:
      'In fragments, only the last frame has FIN 1, and all but the first are continuations.',
    rsv: 'RSV1 marks a compressed message. RSV2, RSV3 and the other opcodes are reserved.',
  },
  codes: {
    title: 'Close codes',
    code: 'Code',
    meaning: 'Meaning',
    sender: 'Sent by',
    never: 'never sent',
    note: '✓ A page’s close() takes it. Codes below 1000 aren’t used.',
    forPages: 'close() takes it',
  },
  server: {
    title: 'A server with ws',
    label: 'Program of a server',
  },
  client: { title: 'A client', label: 'Program of a page' },
  look: {
    title: 'See it',
    chromium: 'Chromium',
    chromiumPath: 'DevTools → Network → Socket → Messages',
    firefox: 'Firefox',
    firefoxPath: 'DevTools → Network → WS → Response',
    curl: 'The handshake alone',
    curlLabel: 'Command with curl',
  },
  choose: {
    title: 'What to reach for',
    polling: 'Polling',
    pollingWhen: 'News is rare, and late is fine.',
    sse: 'Server-sent events',
    sseWhen: 'Only the server has news, as text. It reconnects.',
    webSocket: 'WebSocket',
    webSocketWhen: 'Both sides speak, in text or bytes, in order.',
    webTransport: 'WebTransport',
    webTransportWhen: 'Many streams, or lossy datagrams, over HTTP/3.',
    dataChannel: 'WebRTC data channel',
    dataChannelWhen: 'Browser to browser; a server only introduces them.',
  },
} as const

export default texts

declare module '../../locales/messages.ts' {
  interface Messages {
    readonly cheatsheet: typeof texts
  }
}
