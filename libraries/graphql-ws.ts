/** What a page uses of `graphql-ws`: its client. The rest of the package is the server's. */
import * as client from 'graphql-ws/client'
import { provideLibrary } from '../src/sandbox/guest/libraries/provide.ts'

provideLibrary({ 'graphql-ws': client, 'graphql-ws/client': client })
