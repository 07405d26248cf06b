import { Server } from 'ws'
new Server({ port: 8080 })
