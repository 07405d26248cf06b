// Scenario: echo.
import { done, host, next, say } from '../prelude.js'

class Chat extends WebSocket {
  count = 0

  constructor(path) {
    super(`ws://${host}${path}`)
    this.addEventListener('message', () => (this.count += 1))
  }

  say(text) {
    this.send(JSON.stringify({ text }))
  }

  get readyState() {
    return `state ${super.readyState}`
  }
}

const chat = new Chat('/room')
say('is', chat instanceof Chat, chat instanceof WebSocket, chat.constructor === Chat)
say('text', String(chat), chat.url)
say('static', Chat.OPEN)
await next(chat, 'open')
say('state', chat.readyState)
chat.say('Hello')
const { data } = await next(chat, 'message')
say('message', data, chat.count)
chat.close()
await next(chat, 'close')

const other = Reflect.construct(WebSocket, [`ws://${host}/`], Chat)
say('other', other instanceof Chat, other.count)
done()
