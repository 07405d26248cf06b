export default {
  label: 'Frames from a server, one after the other',
  alternative:
    'The server sends Text “Hel” with FIN 0, a Ping, and Continuation “lo” with FIN 1. The page hears one message event, “Hello”; the browser answers the Ping with a Pong at once. A text frame while a message is under way, a continuation without a message, or a Ping with FIN 0 breaks a rule: the browser sends Close 1002, and the page hears error and close 1006.',
  next: 'What does the server send next?',
  choice: {
    begin: 'Text “Hel”, FIN 0',
    middle: 'Continuation “l”, FIN 0',
    end: 'Continuation “lo”, FIN 1',
    whole: 'Text “Hi”, FIN 1',
    ping: 'Ping “?”',
    brokenPing: 'Ping “?”, FIN 0',
    close: 'Close 1000',
  },
  back: 'One back',
  clear: 'Start over',
  sent: 'Frames so far',
  none: 'Nothing yet.',
  bits: 'FIN {fin}, opcode {opcode}',
  hears: {
    nothing: 'The page hears nothing.',
    message: 'message event: “{data}”',
    error: 'error event. {section}: {reason}',
    close: 'close event: {code}',
  },
  answers: 'The browser answers: {name} {payload}',
  now: {
    between: 'No message is under way.',
    underWay: 'A message is under way: “{text}” so far.',
    over: 'The connection is over.',
  },
} as const
