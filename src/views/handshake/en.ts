const texts = {
  tab: 'Handshake',
  empty: 'No handshake yet',
  emptyText:
    'Run a program that opens a WebSocket. Its request and the server’s answer will appear here, header by header.',
  request: 'Request',
  response: 'Response',
  requestNote: 'The browser writes this request. Your program gives only the URL and subprotocols.',
  credentials:
    'A program cannot set headers on a browser’s WebSocket, so there is no Authorization. It identifies itself with a cookie, a ticket in the URL, the subprotocol or its first message.',
  show: 'Show this event',
  bytes: '{octets} byte | {octets} bytes',
  raw: 'Raw',
  explained: 'Explained',
  rawWire: 'As it was on the wire; each line ends with CR LF, and an empty line ends it all.',
  rawWritten: 'Written from its fields: the octets were not seen.',
  hiddenValue: 'hidden by the browser',
  required: 'required',
  withoutIt: 'Without it:',
  table: {
    header: 'Header',
    value: 'Value',
    purpose: 'What it is for',
  },
  provenance: {
    observed: 'observed',
    reconstructed: 'reconstructed',
    hidden: 'hidden by the browser',
    attribute: 'known from the socket',
  },
  browserHides:
    'The browser keeps handshakes from scripts. What the standard fixes is reconstructed; what is random or computed stays hidden; the subprotocol and extensions chosen are known from ws.protocol and ws.extensions.',
  reveal:
    'Run the program on the built-in endpoint or with the lab server to see the real headers.',
  next: {
    request: 'Next: TCP connects, then the browser sends the request of the opening handshake.',
    response: 'Next: the server answers. Until then readyState is 0 CONNECTING.',
    judgement: 'Next: the browser checks the answer.',
  },
  verdict: {
    title: 'Outcome',
    accepted: 'The handshake succeeded: from here on both sides send frames.',
    status: 'The server did not agree: {status}. The program learns only close code 1006.',
    upgrade: 'The connection failed: the response has no Upgrade: websocket.',
    connection: 'The connection failed: the response has no Connection: Upgrade.',
    accept: 'The connection failed: Sec-WebSocket-Accept is not the answer to this key.',
    extensions:
      'The connection failed: the server chose an extension in a way that was not offered.',
    subprotocol: 'The connection failed: the server chose a subprotocol that was not offered.',
    noSubprotocol: 'The connection failed: the server chose none of the subprotocols offered.',
    unanswered: 'The connection ended before the server answered.',
    unreachable: 'There was no connection: nothing answered at this address.',
    other: 'The handshake failed.',
    rule: 'The rule: {rule}',
  },
  status: {
    '101': 'Switching Protocols: the server agrees. What follows on this connection is frames.',
    '200': '200 OK: an ordinary HTTP answer. The server, or this path, does not speak WebSocket.',
    '2xx': 'An ordinary HTTP answer. The server, or this path, does not speak WebSocket.',
    '3xx':
      'A redirect. HTTP allows it, but browsers do not follow it for WebSocket: give the program the final URL.',
    '400': '400 Bad Request: the server found a mistake in the request.',
    '401':
      '401 Unauthorized: the server wants to know who is asking. A browser shows no password prompt for a WebSocket.',
    '403': '403 Forbidden: the server refuses, often because of the Origin or a missing ticket.',
    '404': '404 Not Found: there is no WebSocket at this path.',
    '426': '426 Upgrade Required: the server wants another protocol or version, and names it.',
    '4xx': 'The server refuses this request.',
    '5xx': 'The server, or a proxy before it, failed. Trying again later may help.',
    other: 'Only 101 opens a WebSocket.',
  },
  accept: {
    title: 'Was the key read?',
    append: 'Append the GUID of RFC 6455 to the key, as text: {count} characters.',
    hash: 'SHA-1 of these characters: 20 bytes.',
    encode: 'Base64: each three bytes become four characters.',
    expected: 'Computed',
    said: 'The server sent',
    match: 'They are the same: a WebSocket server read this key.',
    mismatch: 'They differ from character {place} on: the answer belongs to another key.',
    missing: 'The server sent no Sec-WebSocket-Accept.',
    waiting: 'The server has not answered yet.',
    refused: 'The server did not accept, so it did not have to compute it.',
    hidden:
      'The browser hides both the key and the answer; it compared them itself, or the socket would not have opened.',
    badKey: 'This key is not 16 bytes in Base64.',
  },
  negotiation: {
    title: 'What was agreed on',
    subprotocol: 'Subprotocol',
    extensions: 'Extensions',
    offered: 'offered',
    chosen: 'chosen',
    nothing: 'none',
    unknown: 'not answered yet',
    subprotocolIs: {
      none: 'None was offered: the programs agree on the meaning of messages in some other way.',
      chosen: 'The server chose one of those offered; ws.protocol says which.',
      declined: 'The server chose none. Chromium fails the connection then, as the standard says.',
      unasked: 'The server chose one that was not offered: the connection fails.',
      waiting: 'The server takes one of them, or none.',
      refused: 'The server did not accept, so nothing was agreed on.',
    },
    extensionsIs: {
      none: 'None was offered.',
      chosen: 'The server accepted; frames with RSV1 set are compressed.',
      declined: 'The server declined: messages are sent as they are.',
      unasked: 'The server chose what was not offered: the connection fails.',
      waiting: 'The server takes what it wants from the offer, or nothing.',
      refused: 'The server did not accept, so nothing was agreed on.',
    },
    parameter: {
      server_no_context_takeover: 'The server forgets its window after each message.',
      client_no_context_takeover: 'The client forgets its window after each message.',
      server_max_window_bits: 'The server’s window has 2 to this power bytes at most.',
      client_max_window_bits:
        'In an offer: the server may limit the client’s window. In an answer: to 2 to this power bytes.',
    },
  },
  http: {
    title: 'An HTTP exchange',
    note: 'Polling and server-sent events send whole requests; the connection never changes its protocol.',
    waiting: 'The server has not answered yet.',
  },
  is: {
    connectionClose: 'The connection ends after this answer.',
    connectionKept: 'The connection stays for the next request.',
    host: 'Which of the server’s sites is wanted.',
    upgrade: 'The protocol to change to: websocket.',
    connection: 'Upgrade concerns this one hop, not what lies behind a proxy.',
    origin:
      'The page that is asking. The browser sets it and no script can forge it; the server may refuse it.',
    key: '16 random bytes in Base64. The answer must prove that it was read. It is not a password.',
    version: 'The version of the protocol: 13 is the only one in use.',
    protocol: 'The subprotocols offered, most preferred first, or the one chosen.',
    extensions: 'The extensions offered, or the ones agreed on.',
    accept: 'SHA-1 of the key and a fixed GUID: the proof that a WebSocket server answered.',
    userAgent: 'The browser that is asking.',
    cookie:
      'What this site stored in the browser. It is sent no matter which page asks: check the Origin.',
    setCookie: 'Stored by the browser, even when the handshake fails.',
    authorization: 'Who is asking. A browser’s WebSocket cannot set it.',
    wwwAuthenticate: 'How to tell the server who is asking.',
    location: 'Where to go instead. A WebSocket does not follow it.',
    acceptType: 'Which kinds of answer are welcome.',
    acceptLanguage: 'Which languages are welcome.',
    acceptEncoding: 'Which compression of a body is welcome. It has nothing to do with frames.',
    cacheControl: 'Whether an answer may be kept and used again.',
    pragma: 'The older way to keep caches from answering.',
    contentType: 'What the body is.',
    contentLength: 'Bytes of the body.',
    transferEncoding: 'The body comes in chunks; its length is not known yet.',
    keepAlive: 'How long the connection may stay for the next request.',
    lastEventId: 'The last event that arrived: the stream goes on after it.',
    retryAfter: 'When to try again.',
    date: 'When the server answered.',
    server: 'The software that answered.',
  },
  without: {
    request: {
      host: '400 Bad Request, as for any HTTP/1.1 request.',
      upgrade: '426 Upgrade Required or a web page comes back: it is an ordinary GET.',
      connection:
        'A proxy would pass Upgrade on as if it were meant for the server behind; the server answers 400.',
      origin: 'Only clients other than browsers leave it out; a server that checks it answers 403.',
      key: '400 Bad Request: there would be nothing to prove.',
      version: '426 Upgrade Required, with Sec-WebSocket-Version: 13.',
    },
    response: {
      upgrade: 'The client fails the connection: nothing says which protocol follows.',
      connection: 'The client fails the connection: Upgrade might come from behind a proxy.',
      accept: 'The client fails the connection: anything might have answered, such as a cache.',
    },
  },
} as const

export default texts

declare module '../../locales/messages.ts' {
  interface Messages {
    readonly handshake: typeof texts
  }
}
