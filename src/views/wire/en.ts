const texts = {
  title: 'What went over the wire',
  connections: { label: 'Connections on the wire', all: 'All connections', one: 'One at a time' },
  rows: { label: 'Distances on the wire', events: 'Event by event', time: 'To scale' },
  zoom: { in: 'Zoom in', out: 'Zoom out', fit: 'Fit the whole run' },
  fold: '{duration} without an event',
  message: 'message: {frames} frames, {octets} B',
  messageSoFar:
    'message so far: {frames} frame, {octets} B | message so far: {frames} frames, {octets} B',
  silent: 'silent for {duration}',
  silentSoFar: 'silent for {duration} so far',
  stalled: 'stalled for {duration}',
  more: '+{count}',
  moreHelp: 'Zoom in for {count} more',
  lost: {
    dropped: 'It was dropped on the way.',
    silence: 'It never arrived: nothing passes any more.',
    closed: 'It never arrived: the connection was closed.',
  },
  unheard: 'nobody listens',
  misnamed: 'you set {misnamed}',
  roundTrip: 'after {duration}',
  connect: {
    even: '{duration} for TCP, {latency} each way',
    jitter: '{duration} for TCP, there and back',
  },
  lane: { program: 'Your code', browser: 'Browser', server: 'Server', serverProgram: 'server.js' },
} as const

export default texts

declare module '../../locales/messages.ts' {
  interface Messages {
    readonly wire: typeof texts
  }
}
