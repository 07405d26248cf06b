import WebSocket from 'ws'
import http from 'node:http'
const server = http.createServer((req, res) => res.end(`for ${req.url}`))
server.on('upgrade', (req, socket) => socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n'))
server.listen(8080, () => {
  const one = new WebSocket('ws://localhost:1')
  one.on('error', (error) => {
    console.log('one', error.code, error.syscall)
    const two = new WebSocket('ws://localhost:8080/')
    two.on('error', (error) => {
      console.log('two', error.message)
      two.on('close', (code) => console.log('closed', code))
    })
  })
})
