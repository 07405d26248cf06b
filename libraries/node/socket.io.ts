/** The server of Socket.IO, over the in-page `node:http` and `ws`. */
import { Namespace, Server, Socket } from 'socket.io'
import type { ServerLibraryModules } from '../../src/in-page-network/server/more/libraries.ts'

const imported = { Namespace, Server, Socket }
// What `require` gives can be called, too; its ES module does not export that.
const required = (...args: ConstructorParameters<typeof Server>) => new Server(...args)

export const modules: ServerLibraryModules = {
  'socket.io': { required: Object.assign(required, imported), imported },
}
