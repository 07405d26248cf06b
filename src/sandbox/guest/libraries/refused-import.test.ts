import { expect, it } from 'vitest'
import { refusedImport } from './refused-import.ts'

it.each([
  ['ws', 'WebSocket built in'],
  ['node:http', 'Only server.js'],
  ['./other.js', 'one file'],
  [
    'vuex',
    'libraries served here are graphql, graphql-ws, ./network.js, react, reconnecting-websocket, rxjs, socket.io-client, vitest, vue',
  ],
])('refuses %s in client.js and says why', (specifier, reason) => {
  const refused = refusedImport([{ specifier, line: 2, column: 1 }])
  expect(refused?.error.message).toContain(reason)
  expect(refused?.place).toEqual({ line: 2, column: 1 })
})

it('has nothing against a program without imports, or with those that are served', () => {
  expect(refusedImport([])).toBeUndefined()
  const imports = [{ specifier: 'vue', line: 1, column: 1 }]
  expect(refusedImport(imports, { vue: 'vue' })).toBeUndefined()
})
