import ReconnectingWebSocket from 'reconnecting-websocket'
import { provideLibrary } from '../src/sandbox/guest/libraries/provide.ts'

provideLibrary({ 'reconnecting-websocket': { default: ReconnectingWebSocket } })
