const net = require('net')
const http = require('http')
const server = http.createServer((req, res) => {
  if (req.url === '/raw') return res.end('raw')
  const socket = net.connect({ port: 8080, host: 'localhost' }, () => {
    socket.write('GET /raw HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
  })
  let text = ''
  socket.setEncoding('utf8')
  socket.on('data', (chunk) => (text += chunk))
  socket.on('end', () => console.log('end'))
  socket.on('close', (hadError) => {
    console.log('close', hadError)
    res.end(text.split('\r\n')[0])
  })
})
server.listen(8080)
