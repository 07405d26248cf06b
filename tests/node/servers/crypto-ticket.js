const crypto = require('crypto')
const http = require('http')
const { WebSocketServer } = require('ws')
const secret = 'shh'
const sign = (text) => crypto.createHmac('sha256', secret).update(text).digest('base64url')
const key = crypto.scryptSync('password', 'salt', 32)
console.log('scrypt', key.toString('hex'))
console.log('pbkdf2', crypto.pbkdf2Sync('pw', 'salt', 1000, 16, 'sha512').toString('base64'))
console.log(crypto.randomBytes(8).length, crypto.randomUUID().length)
console.log(crypto.createHash('md5').update('a').update('b').digest('hex'))
const same = (a, b) => a.length === b.length && crypto.timingSafeEqual(Buffer.from(a), Buffer.from(b))

const server = http.createServer((req, res) => {
  const user = 'ada'
  res.end(`${user}.${sign(user)}`)
})
const wss = new WebSocketServer({ noServer: true })
server.on('upgrade', (req, socket, head) => {
  const { searchParams } = new URL(req.url, `http://${req.headers.host}`)
  const [user, mac = ''] = (searchParams.get('ticket') || '').split('.')
  if (!same(mac, sign(user))) {
    socket.write('HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
    return socket.destroy()
  }
  wss.handleUpgrade(req, socket, head, (ws) => ws.send(`hello ${user}`))
})
server.listen(8080)
