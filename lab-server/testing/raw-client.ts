import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A client by hand, which knows every octet that it has sent and received. */
export class RawClient {
  readonly socket: Socket
  #sent: Uint8Array[] = []
  #received: Uint8Array[] = []

  constructor(address: string) {
    const [host = '', port = ''] = address.split(':')
    this.socket = connect({ host, port: Number(port), allowHalfOpen: true })
    this.socket.on('data', (octets) => this.#received.push(octets))
    this.socket.on('error', () => {})
    onTestFinished(() => void this.socket.destroy())
  }

  get sent(): Buffer {
    return Buffer.concat(this.#sent)
  }

  get received(): Buffer {
    return Buffer.concat(this.#received)
  }

  send(octets: Uint8Array | string): void {
    const copy = Buffer.from(octets)
    this.#sent.push(copy)
    this.socket.write(copy)
  }

  /** Sends an opening handshake for this request target, with what follows it in one write. */
  open(target: string, rest: Uint8Array | string = ''): void {
    const head = [
      `GET ${target} HTTP/1.1`,
      'Host: localhost',
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      'Sec-WebSocket-Version: 13',
      '\r\n',
    ].join('\r\n')
    this.send(Buffer.concat([Buffer.from(head), Buffer.from(rest)]))
  }

  /** Resolves when what was received ends with these octets. */
  async receives(octets: Uint8Array): Promise<void> {
    while (!this.received.subarray(-octets.length).equals(octets)) await once(this.socket, 'data')
  }
}

/** A masked text frame of at most 125 octets (RFC 6455 §5.2). */
export function maskedText(text: string): Buffer {
  const key = Buffer.from([0x37, 0xfa, 0x21, 0x3d])
  const payload = Buffer.from(text).map((octet, index) => octet ^ (key[index % 4] ?? 0))
  return Buffer.concat([Buffer.from([0x81, 0x80 | payload.length]), key, payload])
}

/** The frame in which an echo server sends it back. */
export function plainText(text: string): Buffer {
  const payload = Buffer.from(text)
  return Buffer.concat([Buffer.from([0x81, payload.length]), payload])
}
