import { setTimeout } from 'node:timers/promises'
import { buildSchema } from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'

const schema = buildSchema(`
  type Query { height: Int }
  type Subscription { wind: Int }
`)

// Metres a second, once a second.
async function* wind() {
  for (const speed of [3, 5, 4]) {
    await setTimeout(1000)
    yield { wind: speed }
  }
}

const roots = { subscription: { wind } }
const server = new WebSocketServer({ port: 8080 })
useServer({ schema, roots }, server)
