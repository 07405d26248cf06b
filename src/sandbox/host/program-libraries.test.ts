import { expect, it } from 'vitest'
import { librariesOf } from './program-libraries.ts'

const textOf = (file: string) => Promise.resolve(`text of ${file}`)
const program = {
  'client.js': "import { io } from 'socket.io-client'",
  'server.js': "import { Server } from 'socket.io'",
}

it('fetches what each end of a program names', async () => {
  expect(await librariesOf(program, ['imports', 'node'], textOf)).toEqual({
    libraries: [{ name: 'socket.io-client', text: 'text of libraries/socket.io-client.js' }],
    serverLibraries: [
      {
        name: 'socket.io',
        specifiers: ['socket.io'],
        text: 'text of libraries/server-socket.io.js',
      },
    ],
    modules: [{ specifier: 'socket.io-client', module: 'socket.io-client' }],
  })
})

it('fetches nothing for an end that needs no part for it', async () => {
  const none = { libraries: [], serverLibraries: [], modules: [] }
  expect(await librariesOf(program, [], textOf)).toEqual(none)
})
