const texts = {
  emptyTitle: 'Nothing to measure yet',
  emptyText:
    'Run a program that opens a connection: its bytes, messages a second, round trips, bufferedAmount and live sockets appear here over time.',
  nothing: 'nothing yet',
  asTable: 'As tables',
  hint: 'Point at a chart, or use the arrow keys in it, to read its values. Click, or press Enter, to move the playhead there.',
  readOut: '{title}: read out',
  time: 'Time, ms',
  thinned: '{count} rows, picked evenly from many more.',
  title: {
    bytes: 'Bytes: payload against overhead',
    messages: 'Messages a second',
    roundTrips: 'Round trips',
    bufferedAmount: 'bufferedAmount',
    liveSockets: 'Live sockets',
  },
  note: {
    bytes:
      'Total since the run began, at the client. {percent} of it is overhead: opening handshakes, frame headers, masking keys, control frames, HTTP heads.',
    messages: 'Counted over {width} each, at the client.',
    roundTrips:
      'Opening handshakes, from request to response; pings, until the pong with the same payload, at their sender; the client’s messages, until the first message they caused.',
    slowestOf: 'Each mark is the slowest of {count}.',
    bufferedAmount: 'Bytes that the program has sent but that have not left yet, over all sockets.',
    liveSockets: 'Sockets that are CONNECTING or OPEN.',
  },
  empty: {
    bytes: 'No bytes yet.',
    messages: 'No messages yet.',
    roundTrips:
      'No round trips yet. Messages have none when the browser hides what caused what; pings are seen only at the server.',
    bufferedAmount: 'It was 0 all along: everything sent left at once.',
    liveSockets: 'No sockets yet.',
  },
  line: {
    payloadOut: 'payload sent',
    payloadIn: 'payload received',
    overheadOut: 'overhead sent',
    overheadIn: 'overhead received',
    messagesOut: 'sent',
    messagesIn: 'received',
    handshake: 'opening handshake',
    ping: 'ping to pong',
    message: 'message to answer',
    bufferedAmount: 'waiting to be sent',
    liveSockets: 'live sockets',
  },
  unit: {
    bytes: 'bytes',
    perSecond: 'a second',
    milliseconds: 'ms',
    sockets: 'number',
  },
  value: { bytes: '{count} B', perSecond: '{count}/s' },
  parts: {
    caption: 'What the bytes so far were for',
    part: 'Part',
    out: 'Sent, bytes',
    in: 'Received, bytes',
    both: 'Both, bytes',
    all: 'All',
    payload: 'Payload of messages',
    handshake: 'Opening handshakes',
    frameHeaders: 'Frame headers',
    maskingKeys: 'Masking keys',
    controlPayload: 'Payload of control frames',
    httpHeads: 'HTTP heads',
  },
} as const

export default texts

declare module '../../locales/messages.ts' {
  interface Messages {
    readonly charts: typeof texts
  }
}
