import { WebSocketServer } from 'ws'

// RFC 6455 §4.2.1: HTTP/1.1 or higher.
const verifyClient = ({ req }, done) => {
  done(req.httpVersion !== '1.0', 505)
}

new WebSocketServer({ port: 8080, verifyClient })
