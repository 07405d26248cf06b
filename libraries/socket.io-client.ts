/** The client of Socket.IO, with its transports. */
import * as client from 'socket.io-client'
import { provideLibrary } from '../src/sandbox/guest/libraries/provide.ts'

provideLibrary({ 'socket.io-client': client })
