// Scenario: echo.
import { done, host, next, say } from '../prelude.js'

const socket = new WebSocket(`ws://${host}/`)
const { isTrusted } = await next(socket, 'open')
say('isTrusted', isTrusted)
const own = new Event('own')
say('is an own property', Object.getOwnPropertyDescriptor(own, 'isTrusted') !== undefined)
done()
