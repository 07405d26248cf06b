// Scenario: echo.
import { attempt, done, host } from '../prelude.js'

const urls = [
  `ws://${host}/#`,
  `ws://${host}/#part`,
  `http://${host}/#part`,
  '#part',
  'ftp://other.example/',
  'mailto:ada@other.example',
  'javascript:1',
  'about:blank',
  'data:,x',
  'blob:null/x',
  'file:///x',
  'wsx://other.example/',
  'ws://',
  'ws:///',
  'ws://other.example:99999/',
  'ws://other.example:x/',
  'ws://ex ample/',
  'ws://[::1/',
  'http://',
  'ws://a%00b/',
  `ws://${host}/\ud800`,
]
for (const url of urls) {
  attempt(JSON.stringify(url), () => {
    const socket = new WebSocket(url)
    socket.close()
    return socket.url
  })
}
done()
