const texts = {
  title: 'Two runs side by side',
  again: {
    open: 'Run again, with a difference',
    word: 'Run again',
    from: 'The same run up to {time}, then',
    without: 'The same run, but',
    lose: 'Lose this frame',
    loseNext: { client: 'Lose the next frame out', server: 'Lose the next frame in' },
    cut: 'Cut the connection: {name}',
    how: {
      fin: 'End it (FIN)',
      rst: 'Reset it (RST)',
      silence: 'Silence: nothing passes any more',
    },
    cutMessage: 'Reset it in the middle of the next message',
    stall: 'Stall the server',
    delay: 'Add latency each way',
    background: 'Put the tab in the background: timers fire once a minute',
    duration: 'for {duration}',
    more: '+ {duration}',
    elsewhere: 'The same program also on',
    refused: {
      noRun: 'Run the program first. Then it can run again from any point, with a difference.',
      noProgram:
        'This trace came from a file. There is no program here to run again; you can move the playhead over what was recorded.',
      realNetwork:
        'This run went over a real network, which cannot be rewound: you cannot lose one of its frames, delay anything or cut a connection afterwards. You can move the playhead over what was recorded, or run the program on the built-in endpoint and change things there.',
      inputsLetGo:
        'This run cannot be repeated: the log dropped its oldest events, including what you did on the page.',
      fileChosen:
        'This run cannot be repeated: you chose a file in it, and the page cannot read that file again.',
    },
    over: 'The run is over here. Move the playhead back to where the difference should begin.',
    noConnection: 'No connection is open here.',
    locked: 'Your instructor has fixed the endpoint.',
  },
  banner: {
    intervention:
      'This is your run with one thing changed. Your tasks are judged on your own run only.',
    otherEndpoint:
      'This is your program on another endpoint: {name}. Your tasks are judged on your own run only.',
    typed:
      'This is your run with what you typed into the console. Your tasks are judged on your own run only.',
    broken:
      'This is your program under the schedule that breaks it. Your tasks are judged on your own run only.',
    recording: 'This is the recording.',
    first: 'This is one of the runs being compared. Your tasks are judged on your own run only.',
    back: 'Back to your run',
    compare: 'Compare',
  },
  run: {
    here: 'Run A',
    there: 'Run B',
    own: 'your run',
    recording: 'the recording',
    first: 'the first run',
    changed: 'with one difference',
    changedMore: 'with {count} differences',
    shown: 'Shown',
    shownHelp: 'The other views show this run.',
    show: 'Show',
    showHelp: 'Show run {name} in the other views',
  },
  playhead: {
    both: 'The playhead moves both: they share one clock. Everything after it is pale.',
    one: 'The playhead moves only the run that is shown: each has its own clock.',
  },
  state: {
    computing: 'Comparing…',
    running: 'Run B is still going: what only A has may still come. Stop ends it.',
    waiting: 'The program has changed, so it runs here first and then there.',
    outdated: 'The program in the editor has changed since then.',
    again: 'Run both again',
    ownServer:
      'Your program brings its own server.js. Only the page can run it; the other endpoint runs its own server.',
    close: 'End the comparison',
  },
  difference: {
    first: 'First difference',
    next: 'Next difference',
    previous: 'Previous difference',
    place: '{number} of {total}',
    none: 'No differences',
    only: 'Only differences',
  },
  kind: {
    agrees: 'same',
    moved: 'same, at another time',
    differs: 'differs',
    onlyHere: 'only in A',
    onlyThere: 'only in B',
  },
  missing: '–',
  stretch: {
    agrees: '{events} event is the same | {events} events are the same',
    later: '{events} event comes {by} later | {events} events come {by} later',
    earlier: '{events} event comes {by} earlier | {events} events come {by} earlier',
    show: 'Show them',
    hide: 'Hide them',
  },
  byKind: 'By kind of event',
  column: {
    kind: 'Kind',
    agrees: 'Agree',
    differs: 'Differ',
    onlyHere: 'Only A',
    onlyThere: 'Only B',
  },
  finding: {
    identical:
      'Both runs are the same, byte for byte: {events} event. | Both runs are the same, byte for byte: {events} events.',
    samePrefix:
      'Both runs are the same up to {time}, byte for byte: {events} event. | Both runs are the same up to {time}, byte for byte: {events} events.',
    nothingShared: 'The runs differ from their first event.',
    frameLost: 'Then, in B, the frame {frame} was lost on the way.',
    cut: 'Then, in B, the network cut the connection, at {time}.',
    serverStalled: 'Then, in B, the server stalled for {by}, from {time}.',
    delayed: 'Then, in B, everything took {by} longer each way, from {time}.',
    timersSlowed: 'Then, in B, timers fired once a minute, from {time}.',
    serverStopped: 'Then, in B, a server was stopped at {time}.',
    noConsequence: 'The program saw no difference.',
    laterBy:
      'What is the same came {by} later: {events} event. | What is the same came {by} later: {events} events.',
    laterBetween:
      'What is the same came {by} to {most} later: {events} event. | What is the same came {by} to {most} later: {events} events.',
    moved: '{events} event came at another time. | {events} events came at another time.',
    sameForProgram:
      'The program saw the same in both: {events} call, event, message or printed line. | The program saw the same in both: {events} calls, events, messages and printed lines.',
    otherForProgram:
      'The program did not see the same: {events} difference. | The program did not see the same: {events} differences.',
    sameOnWire:
      'The same frame went over both wires: {frames}. | The same frames went over both wires: {frames}.',
    otherOnWire: 'The wires differ in {frames} frame. | The wires differ in {frames} frames.',
    messages: {
      out: '{connection} sent {here} messages in A and {there} in B.',
      in: '{connection} received {here} messages in A and {there} in B.',
    },
    opened: {
      onlyHere: '{connection} opened in A only.',
      onlyThere: '{connection} opened in B only.',
    },
    closed: {
      differs: '{connection} closed with {here} in A and with {there} in B.',
      onlyHere: '{connection} closed with {close} in A. In B it did not close.',
      onlyThere: '{connection} closed with {close} in B. In A it did not close.',
    },
    closedBy: {
      client: '{connection} was closed by the client in A and by the server in B.',
      server: '{connection} was closed by the server in A and by the client in B.',
    },
    handshake: {
      same: 'The opening handshake of {connection} had the same result: {status}, the same subprotocol, the same extensions.',
      subprotocol: '{connection}: the subprotocol is {here} in A and {there} in B.',
      extensions: '{connection}: the extensions are {here} in A and {there} in B.',
      differs:
        'The opening handshake of {connection} was answered with {here} in A and {there} in B.',
    },
    fragmentation:
      '{connection}: a message took up to {here} frames in A and {there} in B. The program cannot see the difference.',
    compression: {
      here: '{connection}: messages were compressed in A only.',
      there: '{connection}: messages were compressed in B only.',
    },
    connections: 'The program made {here} sockets in A and {there} in B.',
    console: 'The console has {here} lines in A and {there} in B.',
    errors: 'Uncaught errors: {here} in A, {there} in B.',
    byNature:
      'Not compared, because they are never the same: times, Sec-WebSocket-Key and what follows from it, masking keys.',
    released:
      'The oldest {events} event was dropped and is not compared. | The oldest {events} events were dropped and are not compared.',
    knownUntil: 'Compared up to {time}: after that, only one of the runs is known.',
    notShortest:
      'The runs differ so much that not every alignment was tried. There may be a closer one.',
  },
  only: {
    title: 'Only one of them can show',
    in: { here: 'A shows', there: 'B shows' },
    handshake:
      '{events} answer to an opening handshake: the browser hides it when the handshake fails. | {events} answers to opening handshakes: the browser hides them when the handshake fails.',
    frames:
      '{events} data frame: the browser keeps frames from scripts. | {events} data frames: the browser keeps frames from scripts.',
    controlFrames:
      '{events} ping or pong: the browser answers them itself and reports nothing. | {events} pings and pongs: the browser answers them itself and reports nothing.',
    bytes:
      '{events} chunk of bytes: the browser keeps them from scripts. | {events} chunks of bytes: the browser keeps them from scripts.',
    serverSide:
      '{events} event of the server, which cannot be seen on the other endpoint. | {events} events of the server, which cannot be seen on the other endpoint.',
    http: '{events} event of an HTTP exchange. | {events} events of HTTP exchanges.',
  },
  field: {
    time: 'time',
    url: 'URL',
    protocols: 'subprotocols asked for',
    method: 'method',
    target: 'request target',
    headers: 'headers',
    offeredSubprotocols: 'subprotocols offered',
    offeredExtensions: 'extensions offered',
    version: 'version',
    status: 'status',
    subprotocol: 'subprotocol',
    extensions: 'extensions',
    data: 'data',
    byteLength: 'bytes',
    fin: 'FIN',
    rsv1: 'RSV1',
    rsv2: 'RSV2',
    rsv3: 'RSV3',
    opcode: 'opcode',
    masked: 'MASK',
    payload: 'payload',
    code: 'close code',
    reason: 'reason',
    wasClean: 'wasClean',
    section: 'rule',
    message: 'message',
    from: 'from',
    to: 'to',
    arguments: 'arguments',
    readyState: 'readyState',
    exception: 'exception',
    eventType: 'event',
    property: 'property',
    listeners: 'listeners',
    misnamed: 'name that was set',
    page: 'page',
    origin: 'origin',
    bufferedAmount: 'bufferedAmount',
    how: 'how',
    by: 'by',
    lastEventId: 'lastEventId',
    kind: 'kind',
    delay: 'delay',
    phase: 'phase',
    value: 'value',
    level: 'level',
    name: 'name',
    answer: 'answer',
    duration: 'duration',
    parent: 'put into',
    node: 'node',
    text: 'text',
    markup: 'markup',
    live: 'announced',
    channel: 'channel',
    pattern: 'pattern',
    command: 'command',
    signal: 'signal',
  },
} as const

export default texts

declare module '../../locales/messages.ts' {
  interface Messages {
    readonly compare: typeof texts
  }
}
