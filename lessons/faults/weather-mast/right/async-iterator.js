import { createClient } from 'graphql-ws'

const client = createClient({
  url: 'wss://mast.example',
  lazy: false,
})
const query = 'subscription Now { wind }'

for await (const { data } of client.iterate({ query })) {
  console.log(`wind ${data.wind}`)
}
