const fs = require('fs')
const path = require('path')
const { WebSocketServer } = require('ws')
const source = fs.readFileSync(path.join(__dirname, 'server.js'), 'utf8')
console.log(source.split('\n')[0], fs.existsSync(__filename), fs.existsSync('nothing.txt'))
fs.writeFileSync('log.txt', 'one\n')
fs.appendFileSync('log.txt', 'two\n')
fs.readFile('log.txt', 'utf8', (error, text) => console.log(error, JSON.stringify(text)))
fs.readFile('missing.txt', (error) => console.log(error.code, error.syscall))
try {
  fs.readFileSync('missing.txt')
} catch (error) {
  console.log(error.message, error.errno)
}
fs.promises.stat('log.txt').then((stats) => console.log(stats.size, stats.isFile()))
new WebSocketServer({ port: 8080 }).on('connection', (ws) => {
  ws.on('message', async (data) => {
    await fs.promises.appendFile('log.txt', data)
    ws.send(await fs.promises.readFile('log.txt', 'utf8'))
  })
})
