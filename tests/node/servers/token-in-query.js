const url = require('url')
const querystring = require('querystring')
const WebSocket = require('ws')

const wss = new WebSocket.Server({ port: 8080 })
const users = { abc: 'Ada', def: 'Bo' }

wss.on('connection', (ws, req) => {
  const parsed = url.parse(req.url, true)
  const { query } = parsed
  console.log(parsed.pathname, parsed.search, query.token, parsed.query.tags)
  console.log(querystring.parse('a=1&b=2&a=3'), querystring.stringify({ x: [1, 2], y: 'z ä' }))
  const name = users[query.token]
  if (!name) return ws.close(4401, 'Unauthorized')
  ws.name = name
  ws.send(JSON.stringify({ type: 'welcome', name }))
})
