/** GraphQL, and the server of its protocol over WebSocket: one copy, because they compare classes. */
import * as graphql from 'graphql'
import * as graphqlWs from 'graphql-ws'
import * as useWs from 'graphql-ws/use/ws'
import type { ServerLibraryModules } from '../../src/in-page-network/server/more/libraries.ts'

export const modules: ServerLibraryModules = {
  graphql: { required: graphql, imported: graphql },
  'graphql-ws': { required: graphqlWs, imported: graphqlWs },
  'graphql-ws/use/ws': { required: useWs, imported: useWs },
}
