import { expect, it } from 'vitest'
import { namedServerLibraries } from './server-libraries.ts'

it.each([
  ["import { Server } from 'socket.io'", ['socket.io']],
  ['const { Server } = require("socket.io")', ['socket.io']],
  ["const { useServer } = await import('graphql-ws/use/ws')", ['graphql']],
  [
    "import { buildSchema } from 'graphql'\nimport { Server } from 'socket.io'",
    ['graphql', 'socket.io'],
  ],
  ["import { WebSocketServer } from 'ws'\nconsole.log('socket.io')", []],
])('finds what a server names: %s', (server, libraries) => {
  expect(namedServerLibraries(server)).toEqual(libraries)
})
