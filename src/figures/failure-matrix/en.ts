export default {
  label: 'Six failures, and who knows the cause',
  alternative:
    'The script is told error and close 1006 whatever went wrong; only ws on a page at https throws, a SecurityError. The browser’s console has another line for each failure. Chromium’s DevTools list the request without the answer, and under Messages with the console’s reason. The server’s log has the status that it answered: 401, 302, 200, and 101 where its Sec-WebSocket-Accept is wrong; it has nothing where no request arrived. The wire has the whole answer.',
  matrix: 'Who says how much of which failure. Choose a column or a row.',
  short: {
    login: '401',
    moved: '302',
    page: '200',
    accept: '101',
    stopped: 'port',
    mixed: 'ws',
  },
  failure: {
    login: '401: a login is missing',
    moved: '302: the address has moved',
    page: '200: a web page answers',
    accept: '101 with a wrong Accept',
    stopped: 'a port where nobody listens',
    mixed: 'ws from a page at https',
  },
  witness: {
    script: 'your script',
    console: 'console',
    devtools: 'DevTools',
    server: 'server’s log',
    wire: 'the wire',
  },
  worth: {
    names: 'names the cause',
    hints: 'gives a hint',
    nothing: 'no help',
    misleads: 'says all is well',
  },
  heading: { failure: '{name}. Who says what?', witness: '{name}, asked about all six' },
  said: { nothing: 'Nothing.' },
  silent: {
    stopped: { server: 'Nothing: no request came.', wire: 'TCP is refused. No request was sent.' },
    mixed: { server: 'Nothing: no request came.', wire: 'Nothing is sent.' },
  },
  devtools: {
    failed: 'Status “Finished”, and no answer. Under Messages, the console’s reason.',
    stopped: 'Status “Finished”, and no headers at all. Under Messages, the console’s reason.',
    mixed: 'Nothing: there was no request.',
  },
  out: 'sent',
  in: 'received',
} as const
