const http = require('http')
const fs = require('fs')
const path = require('path')
const WebSocket = require('ws')

const server = http.createServer((req, res) => {
  if (req.method === 'GET' && req.url === '/') {
    res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
    res.end('<h1>Hi</h1>')
  } else if (req.url === '/json') {
    res.setHeader('Content-Type', 'application/json')
    res.end(JSON.stringify({ ok: true }))
  } else if (req.url === '/source') {
    res.setHeader('Content-Type', 'text/plain')
    fs.createReadStream(path.join(__dirname, path.basename(__filename))).pipe(res)
  } else if (req.method === 'POST') {
    let body = ''
    req.on('data', (chunk) => { body += chunk })
    req.on('end', () => res.end(`got ${body.length} of ${req.headers['content-type']}`))
  } else {
    res.statusCode = 404
    res.end('Not found\n')
  }
})
const wss = new WebSocket.Server({ server, path: '/ws' })
wss.on('connection', (ws) => ws.send('connected'))
server.listen(8080, () => console.log(`listening`))
