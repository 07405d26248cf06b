'use strict'
const http = require('http')
const { EventEmitter } = require('events')
const { Server } = require('ws')

function mini() {
  const stack = []
  const app = (req, res) => {
    let i = 0
    res.json = (value) => {
      res.setHeader('content-type', 'application/json')
      res.end(JSON.stringify(value))
    }
    const next = (err) => {
      if (err) {
        res.statusCode = 500
        return res.end(err.message)
      }
      const layer = stack[i++]
      if (!layer) {
        res.statusCode = 404
        return res.end(`Cannot ${req.method} ${req.url}`)
      }
      if (layer.method && (layer.method !== req.method || layer.path !== req.url)) return next()
      try {
        layer.handler(req, res, next)
      } catch (error) {
        next(error)
      }
    }
    next()
  }
  Object.assign(app, EventEmitter.prototype)
  app.use = (handler) => stack.push({ handler })
  app.get = (path, handler) => stack.push({ method: 'GET', path, handler })
  app.listen = (...args) => http.createServer(app).listen(...args)
  return app
}

const app = mini()
app.use((req, res, next) => {
  console.log(`${req.method} ${req.url}`)
  next()
})
app.get('/', (req, res) => res.json({ hello: 'world' }))
app.get('/fail', () => {
  throw new Error('broken')
})
const server = app.listen(8080, () => console.log('Listening'))
const wss = new Server({ server })
wss.on('connection', (ws) => {
  ws.on('message', (m) => wss.clients.forEach((c) => c.send(`${m}`)))
})
