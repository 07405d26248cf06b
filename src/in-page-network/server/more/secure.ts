import type { NodeCore } from './node-core.ts'

type ServerClass = new (...args: unknown[]) => object

/**
 * `node:https` and `node:tls` without TLS: what the in-page network carries is not encrypted, and
 * every server counts as having a certificate that its clients trust.
 */
export function createSecure({ builtIn, forPackages, process }: NodeCore) {
  const http = builtIn['http'] as { readonly Server: ServerClass }
  const net = builtIn['net'] as { readonly Server: ServerClass } & Record<string, unknown>
  let hasTold = false
  const tell = () => {
    if (hasTold) return
    hasTold = true
    process.emitWarning(
      'There is no TLS in the page: this server counts as having a certificate, and nothing is encrypted.',
    )
  }
  class Server extends http.Server {
    constructor(...args: unknown[]) {
      super(...args)
      tell()
    }
  }
  class TlsServer extends net.Server {
    constructor(...args: unknown[]) {
      super(args.find((arg) => typeof arg === 'function'))
      tell()
    }
  }
  const connect = (...args: unknown[]) => {
    const [first] = args
    const options = typeof first === 'object' && first !== null ? first : { port: first }
    const socket = (
      net['connect'] as (options: object) => {
        once(name: string, listener: () => void): void
        emit(name: string): boolean
      }
    )({ ...options, isSecure: true })
    socket.once('connect', () => socket.emit('secureConnect'))
    return Object.assign(socket, { encrypted: true, authorized: true })
  }
  const https = Object.assign(forPackages['https'] ?? {}, {
    Server,
    createServer: (...args: unknown[]) => new Server(...args),
  })
  const tls = Object.assign(forPackages['tls'] ?? {}, {
    Server: TlsServer,
    createServer: (...args: unknown[]) => new TlsServer(...args),
    connect,
    createSecureContext: () => ({}),
    checkServerIdentity: () => undefined,
    rootCertificates: [],
  })
  return { https, tls }
}
