import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { WebSocketServer } from 'ws'
const __filename = fileURLToPath(import.meta.url)
const __dirname = dirname(__filename)
const require = createRequire(import.meta.url)
console.log(basename(__filename), import.meta.url.startsWith('file:///'), typeof require('ws').Server)
console.log((await readFile(new URL('./server.js', import.meta.url), 'utf8')).length > 100, typeof __dirname)
const { default: ws, WebSocket } = await import('ws')
console.log(ws === WebSocket, typeof (await import('node:os')).cpus)
new WebSocketServer({ port: 8080 }).on('connection', (ws) => ws.on('message', (m) => ws.send(`${m}`)))
