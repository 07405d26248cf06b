WebSocketServer = require('ws').Server
wss = new WebSocketServer({ port: 8080 })
counter = 8
wss.on('connection', function (ws) {
  for (i = 0; i < 3; i++) ws.send('message ' + i + ' ' + counter)
  ws.on('message', function (message) {
    console.log(arguments.length, typeof this.send)
    ws.close()
  })
})
