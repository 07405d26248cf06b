import type { Failure, Testimony } from './failures.ts'

/** Written by `npx vitest run src/figures/failure-matrix -u`, and proved by the same test. */
export const TESTIMONIES: Readonly<Record<Failure, Testimony>> = {
  login: {
    script: ['error', 'close 1006 ""'],
    console: [
      "WebSocket connection to 'wss://shop.example/chat' failed: HTTP Authentication failed; no valid credentials available",
    ],
    server: ['GET /chat 401'],
    wire: [
      { isOut: true, text: 'GET /chat HTTP/1.1' },
      { isOut: true, text: 'Sec-WebSocket-Key: nz5nbzqbyUgvkldFdwdScQ==' },
      { isOut: false, text: 'HTTP/1.1 401 Unauthorized' },
      { isOut: false, text: 'WWW-Authenticate: Bearer' },
    ],
  },
  moved: {
    script: ['error', 'close 1006 ""'],
    console: [
      "WebSocket connection to 'wss://shop.example/chat' failed: Error during WebSocket handshake: Unexpected response code: 302",
    ],
    server: ['GET /chat 302'],
    wire: [
      { isOut: true, text: 'GET /chat HTTP/1.1' },
      { isOut: true, text: 'Sec-WebSocket-Key: nz5nbzqbyUgvkldFdwdScQ==' },
      { isOut: false, text: 'HTTP/1.1 302 Found' },
      { isOut: false, text: 'Location: /chat/v2' },
    ],
  },
  page: {
    script: ['error', 'close 1006 ""'],
    console: [
      "WebSocket connection to 'wss://shop.example/chat' failed: Error during WebSocket handshake: Unexpected response code: 200",
    ],
    server: ['GET /chat 200'],
    wire: [
      { isOut: true, text: 'GET /chat HTTP/1.1' },
      { isOut: true, text: 'Sec-WebSocket-Key: nz5nbzqbyUgvkldFdwdScQ==' },
      { isOut: false, text: 'HTTP/1.1 200 OK' },
      { isOut: false, text: 'Content-Type: text/html' },
    ],
  },
  accept: {
    script: ['error', 'close 1006 ""'],
    console: [
      "WebSocket connection to 'wss://shop.example/chat' failed: Error during WebSocket handshake: Incorrect 'Sec-WebSocket-Accept' header value",
    ],
    server: ['GET /chat 101'],
    wire: [
      { isOut: true, text: 'GET /chat HTTP/1.1' },
      { isOut: true, text: 'Sec-WebSocket-Key: nz5nbzqbyUgvkldFdwdScQ==' },
      { isOut: false, text: 'HTTP/1.1 101 Switching Protocols' },
      { isOut: false, text: 'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=' },
    ],
  },
  stopped: {
    script: ['error', 'close 1006 ""'],
    console: [
      "WebSocket connection to 'wss://shop.example/chat' failed: Error in connection establishment: net::ERR_CONNECTION_REFUSED",
    ],
    server: [],
    wire: [],
  },
  mixed: {
    script: ['new WebSocket() threw SecurityError'],
    console: [
      "Uncaught SecurityError: Failed to construct 'WebSocket': An insecure WebSocket connection may not be initiated from a page loaded over HTTPS.",
    ],
    server: [],
    wire: [],
  },
}
