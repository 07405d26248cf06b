/** How much memory an event holds on to. */
import type { MessageData, TraceEvent } from './event.ts'
import type { RemoteValue } from './remote-value.ts'

/** About what an event costs beside its bytes and its long texts, in octets. */
const BASE_SIZE = 256

/**
 * An estimate of the octets that an event keeps alive: its binary data exactly, its texts as UTF-16,
 * everything else at a flat rate. It bounds the log; it is not shown to anybody.
 */
export function sizeOfEvent(event: TraceEvent): number {
  switch (event.type) {
    case 'bytesSent':
    case 'bytesReceived':
    case 'httpData':
      return BASE_SIZE + event.data.byteLength
    case 'frameSent':
    case 'frameReceived':
      return BASE_SIZE + event.frame.header.byteLength + event.frame.payload.byteLength
    case 'messageSent':
    case 'messageReceived':
      return BASE_SIZE + sizeOfMessage(event.data)
    case 'eventFired':
      return BASE_SIZE + (event.data === undefined ? 0 : sizeOfMessage(event.data))
    case 'apiCall':
    case 'consoleMessage': {
      let size = BASE_SIZE
      for (const argument of event.arguments) size += sizeOfValue(argument)
      return size
    }
    case 'willSendHandshakeRequest':
    case 'handshakeResponseReceived':
    case 'httpRequest':
    case 'httpResponse': {
      let size = BASE_SIZE
      for (const [name, value] of event.headers) size += 64 + 2 * (name.length + value.length)
      return size
    }
    case 'created':
      return BASE_SIZE + 2 * (event.url.length + (event.routedTo?.length ?? 0))
    case 'eventSourceMessage':
      return BASE_SIZE + 2 * event.data.length
    case 'uncaughtError':
    case 'frameError':
      return BASE_SIZE + 2 * event.message.length
    case 'userInput':
      return BASE_SIZE + 2 * (event.target.length + (event.value?.length ?? 0))
    default:
      return BASE_SIZE
  }
}

function sizeOfMessage(data: MessageData): number {
  return data.kind === 'text' ? 2 * data.text.length : data.bytes.byteLength
}

function sizeOfValue(value: RemoteValue): number {
  switch (value.kind) {
    case 'string':
      return 64 + 2 * value.text.length
    case 'bytes':
      return 64 + value.bytes.byteLength
    case 'error':
      return 64 + 2 * (value.message.length + value.stack.length)
    case 'array': {
      let size = 64
      for (const item of value.items) size += sizeOfValue(item)
      return size
    }
    case 'object': {
      let size = 64
      for (const property of value.properties)
        size += 2 * property.name.length + sizeOfValue(property.value)
      return size
    }
    default:
      return 64
  }
}
