// Scenario: echo.
import { done, next, open, say } from '../prelude.js'

const socket = open()
await next(socket, 'open')
socket.send(new TextEncoder().encode('Grüße'))
const { data } = await next(socket, 'message')
say('it', data instanceof Blob, data.constructor.name, data.size, data.type)
say('text', await data.text())
say('octets', await data.arrayBuffer())
say('slice', await data.slice(0, 2).text())
const reader = new FileReader()
reader.readAsText(data)
await new Promise((resolve) => (reader.onload = resolve))
say('FileReader', reader.result)
done()
