// Scenario: echo.
import { done, host, say } from '../prelude.js'

const urls = [
  `ws://${host}`,
  `ws://${host}/`,
  `WS://${host.toUpperCase()}/A`,
  `ws://${host}:80/`,
  `ws://${host}:443/`,
  `ws://${host}:8080/x?y=z`,
  `wss://${host}`,
  `wss://${host}:443/`,
  `wss://${host}:80/`,
  `http://${host}/`,
  `https://${host}/`,
  `http://${host}:80/`,
  `https://${host}:443/`,
  `HTTP://${host}:443/`,
  `  ws://${host}/a b\t `,
  `ws://${host}/a/../b/./c`,
  `ws://${host}/é?ü`,
  `ws://user:secret@${host}/`,
  `ws://${host}/%7e%zz`,
  `ws://${host}/?`,
  `ws:${host}`,
  `ws:\\\\${host}\\x`,
  '//other.example/x',
  '',
  'xx',
  '/yy',
  '?q',
  '../z',
  'ws://[::1]/',
  'ws://127.1/',
  'ws://0x7f.1/',
  'ws://bücher.example/',
]
for (const url of urls) {
  let text
  try {
    const socket = new WebSocket(url)
    text = socket.url
    socket.close()
  } catch (error) {
    text = error
  }
  say(JSON.stringify(url), text)
}
say('base', document.baseURI)
done()
