import type { Server as NetServer, ServerClass } from '../net.ts'
import type { Socket } from '../socket.ts'
import type { BufferClass, StreamModule } from '../stream-types.ts'
import { createIncomingMessageClass, type IncomingMessage } from './incoming-message.ts'
import { BadRequest, RequestParser } from './request-parser.ts'
import { createServerResponseClass, type ServerResponse } from './server-response.ts'
import { STATUS_CODES } from './status-codes.ts'

type RequestListener = (request: unknown, response: unknown) => void

/** `node:http`: servers, plain and upgraded. The client is in `more`. */
export function createHttp(
  streams: StreamModule,
  BufferClass: BufferClass,
  ServerOfNet: ServerClass,
  dateNow: () => number,
) {
  const IncomingMessage = createIncomingMessageClass(streams)
  const ServerResponseClass = createServerResponseClass(streams, BufferClass, dateNow)

  class Server extends ServerOfNet {
    constructor(...args: [options?: unknown, listener?: RequestListener]) {
      super()
      const listener = args.find((arg) => typeof arg === 'function')
      // The only function among these arguments is the request listener.
      if (listener !== undefined) this.on('request', listener as RequestListener)
      this.on('connection', (socket: Socket) => serve(this, socket))
    }
  }

  /** Reads requests from one connection and answers them one after the other. */
  function serve(server: NetServer, socket: Socket): void {
    let request: IncomingMessage | undefined
    let response: ServerResponse | undefined
    /** A response is under way; octets that arrive now wait. */
    let isAnswering = false
    let waiting: Uint8Array[] = []

    const parser = new RequestParser({
      head(head) {
        const current = (request = new IncomingMessage(socket, head))
        const names = current.headers
        const asksForUpgrade =
          names['upgrade'] !== undefined &&
          /(^|[\s,])upgrade([\s,]|$)/i.test(String(names['connection'] ?? ''))
        return asksForUpgrade && server.listenerCount('upgrade') > 0
      },
      body: (data) => request?.push(BufferClass.from(data)),
      end() {
        if (request === undefined) return
        request.complete = true
        request.push(null)
      },
    })

    const answer = (current: IncomingMessage) => {
      isAnswering = true
      const answered = (response = new ServerResponseClass(current, socket))
      answered.on('finish', () => {
        isAnswering = false
        if (!answered.shouldKeepAlive) {
          socket.destroySoon()
          return
        }
        const octets = waiting
        waiting = []
        for (const data of octets) receiveSafely(data)
      })
      if (server.listenerCount('request') > 0) server.emit('request', current, answered)
      else answered.destroy()
    }

    const receive = (data: Uint8Array) => {
      if (isAnswering && request?.complete === true) {
        waiting.push(data)
        return
      }
      let octets = data
      while (octets.length > 0) {
        const before = request
        const found = parser.push(octets)
        const isNew = request !== undefined && request !== before
        if (found?.upgraded === true) {
          socket.removeListener('data', receiveSafely)
          socket.removeListener('end', end)
          socket.removeListener('error', fail)
          // A copy: `ws` takes the head as the first octets of its stream.
          server.emit('upgrade', request, socket, BufferClass.from(found.rest))
          return
        }
        if (isNew && request !== undefined) answer(request)
        if (found === undefined) return
        octets = found.rest
        if (isAnswering) {
          if (octets.length > 0) waiting.push(octets)
          return
        }
      }
    }

    const receiveSafely = (data: Uint8Array) => {
      try {
        receive(data)
      } catch (error) {
        if (!(error instanceof BadRequest)) throw error
        refuse(error)
      }
    }

    const refuse = (error: BadRequest) => {
      socket.removeListener('data', receiveSafely)
      if (server.listenerCount('clientError') > 0) {
        server.emit('clientError', error, socket)
        return
      }
      const reason = STATUS_CODES[error.status] ?? ''
      socket.end(`HTTP/1.1 ${String(error.status)} ${reason}\r\nConnection: close\r\n\r\n`)
    }

    // Node's default: after a client ends its side, it gets no answer.
    const end = () => {
      if (isAnswering) request?.destroy()
      socket.end()
    }
    const fail = (error: Error) => {
      if (server.listenerCount('clientError') > 0) server.emit('clientError', error, socket)
      socket.destroy()
    }

    socket.on('data', receiveSafely)
    socket.on('close', () => {
      if (request?.complete === false || isAnswering) request?.destroy()
      if (response?.writableFinished === false) response.destroy()
    })
    socket.on('end', end)
    socket.on('error', fail)
  }

  return {
    STATUS_CODES,
    Server,
    IncomingMessage,
    ServerResponse: ServerResponseClass,
    createServer: (options?: unknown, listener?: RequestListener) => new Server(options, listener),
  }
}
