import { Server } from 'socket.io'
import { WebSocketServer } from 'ws'

new Server(8080)
new WebSocketServer({ port: 8081 })
