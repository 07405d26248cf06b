export default {
  builtIn: 'Built-in',
  title: 'Endpoint',
  description: 'The server that your program talks to. A change takes effect with the next run.',
  milliseconds: '{value} ms',
  notRouted: 'not routed',
  locked:
    'Your instructor has fixed the endpoint of this course: {name}. Only they can change it, in config.json.',
  onlyListed: 'Your instructor offers these servers and no others.',
  lessonServer: 'lesson’s server.js',
  lessonServerAbout: 'The server that comes with this lesson: you can read and change it.',
  useDefault: 'Back to what this lesson asks for',
  useDefaultInPlay: 'Back to the default',
  find: {
    label: 'Type the URL of a server, or search the list',
    listed: 'Search the list',
    nothing: 'Nothing in the list fits. A URL begins with ws:// or wss://.',
  },
  labAbsent:
    'This page is not served by the lab server. Run npm start and open the address that it prints.',
  group: {
    scenarios: 'Servers to try',
    where: 'Where they run',
    builtIn: 'In this page',
    builtInAbout:
      'A server program in this page, on a simulated network: every byte is visible, and a run repeats exactly.',
    lab: 'Lab server',
    labAbout:
      'Real connections to a server that runs the same scenarios. It records the bytes of your connections, so nothing on the wire stays hidden.',
    live: 'Somewhere else',
    liveAbout:
      'Real connections. The browser hides handshake headers, frames, ping and pong from scripts; those rows are marked.',
  },
  scenarioGroup: {
    talk: 'To talk to',
    opening: 'The opening handshake',
    frames: 'Frames and flow',
    ending: 'Closing and losing',
    more: 'More',
  },
  scenario: {
    'ask-answer': 'A small chat that answers questions: out of order, and sometimes not at all.',
    binary: 'Says whether text or bytes came, and how many. Sends pixels back as a negative.',
    'black-hole': 'Echoes for ten seconds, then stops reading and answering.',
    'chat-room': 'A chat room with two bots in it.',
    'clock-push':
      'Tells the time once a second over a WebSocket. The same clock by polling: /now, long polling: /next, server-sent events: /events.',
    'close-4001': 'Closes with code 4001 after the first message.',
    'close-empty': 'Closes after the first message with an empty Close frame: no code, no reason.',
    'close-twice': 'Breaks a rule: after the first message it sends two Close frames.',
    compression: 'Echoes, and compresses messages where the client agrees. At /off it does not.',
    echo: 'Sends every message back as it came.',
    fragments: 'Sends “Hello” in two frames, with a ping between them.',
    'frame-reader': 'Reads a binary message as a client’s frame and reports what it found.',
    'idle-cut': 'Echoes behind a proxy that cuts a connection after 60 quiet seconds.',
    'numbered-chat': 'Sends numbered messages and drops the connection after every fourth one.',
    'origin-check': 'Accepts only pages from known origins; others get 403.',
    'raw-echo': 'An echo server written by hand, without the ws package.',
    reject: 'Refuses the opening handshake. The path says how: /401, /403, /302 or /200.',
    'server-ping': 'Pings every ten seconds and drops clients that do not answer.',
    'slow-accept': 'Answers the opening handshake after 800 ms, then echoes.',
    'slow-reader': 'Reads at most 256 KiB a second, so that bufferedAmount grows on your side.',
    subprotocol: 'Speaks v2.chat and v1.chat. At /none it chooses none.',
    'tcp-drop': 'Echoes twice, then the TCP connection ends with no Close frame.',
    'ticket-auth': 'Expects a ticket in the first message, within five seconds.',
    unstable: 'Drops the first four connections as soon as they are open, then echoes.',
    violations: 'Breaks the rule that your message names: masked, reserved, utf8 or oversized.',
    'wrong-accept': 'Answers the opening handshake with the Sec-WebSocket-Accept for another key.',
  },
  link: {
    title: 'The network in between',
    latency: 'Latency',
    jitter: 'Jitter',
    bandwidth: 'Bandwidth',
    unlimited: 'Unlimited',
    megabytes: '{value} MB/s',
    kilobytes: '{value} kB/s',
  },
  routing: {
    label: 'Route every socket to this endpoint',
    on: 'Whatever URL your code names, the socket goes here, so a tutorial’s program runs unchanged. The end of its line in the editor says where it went.',
    off: 'A socket goes to the URL that your code names.',
  },
  url: {
    use: 'Connect',
    used: 'In use',
    take: 'Use {url}',
    empty: 'Type a URL that begins with ws:// or wss://.',
    syntax: 'This is not a URL. It should look like wss://host/path.',
    noScheme: 'A WebSocket URL begins with ws:// or wss://.',
    scheme: '{scheme} is not for WebSockets. The URL must begin with ws:// or wss://.',
    fragment: 'A WebSocket URL has no #fragment: the constructor would throw a SyntaxError.',
    mixedContent:
      'This page was loaded over https, so the browser blocks ws:// as mixed content. Use wss://, or open the course from the lab server (npm start).',
    blockedPort: 'Browsers block port {port}. Let the server use another one.',
    space: 'A URL has no spaces.',
    port: 'Port {port} does not exist: a port is 0 to 65535.',
    slashes: 'Two slashes are missing: it begins with ws:// or wss://.',
  },
  urlNote: {
    thisMachine:
      'The browser will ask whether this site may connect to your machine. Allow it: this address is on your machine.',
    localNetwork:
      'The browser will ask whether this site may connect to your local network. Allow it: this address is in your local network.',
    insecurePage:
      'This page was loaded over http, so the browser does not let it connect to your local network. Open the course over https, or from the lab server (npm start).',
    credentials:
      'Not every browser sends the user name and password in a URL. Besides, they end up in logs: send a ticket in the first message instead.',
    httpScheme: 'The constructor turns this into {url}. Older browsers throw a SyntaxError.',
  },
  foreign: {
    question:
      'Your program connects to {host}. Should it go there, or should the built-in server answer?',
    connect: 'Connect to {host}',
    stay: 'Use the built-in server',
  },
  advice: {
    label: 'Before you run',
    lessonServer:
      'This lesson’s server.js runs only on the built-in endpoint. Your program will talk to {name} instead, which may behave differently.',
    lessonServerUnrouted:
      'This lesson’s server.js runs only on the built-in endpoint. Your program will talk to the servers that it names instead.',
    lessonServerAction: 'Back to the lesson’s server',
    endpoint: 'Your program cannot connect to {name}. {problem}',
    endpointAction: 'Choose another endpoint',
  },
  config: {
    unreachable:
      'config.json could not be loaded ({message}). The app started with its default settings.',
    notJson: 'config.json is not valid JSON: {message}. The app started with its default settings.',
    type: 'config.json: {field} is {value}, but must be: {expected}. It is ignored; the rest counts.',
    choice:
      'config.json: {field} is {value}, but must be one of: {expected}. It is ignored; the rest counts.',
    range:
      'config.json: {field} is {value}, but must be {expected}. It is ignored; the rest counts.',
    unknownField: 'config.json: {field} is not a setting. It is ignored; the rest counts.',
    empty: 'config.json: {field} is empty. It is ignored; the rest counts.',
    url: 'config.json: {field} is {value}, but must be a ws:// or wss:// URL without a fragment. It is ignored; the rest counts.',
    duplicateName:
      'config.json: {field} is “{value}”, but another endpoint already has that name. It is ignored; the rest counts.',
    unknownEndpoint:
      'config.json: {field} is “{value}”, but no endpoint has that name. It is ignored; the rest counts.',
    unknownScenario:
      'config.json: {field} names the scenario “{value}”, but only these exist: {expected}. It is ignored; the rest counts.',
    lockUnclear:
      'config.json: it isn’t clear whether the endpoint is locked, so it is. Correct the file to open it.',
  },
} as const
