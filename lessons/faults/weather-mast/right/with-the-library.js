import { createClient } from 'graphql-ws'

const client = createClient({ url: 'wss://mast.example' })

client.subscribe(
  { query: 'subscription { wind }' },
  {
    next: ({ data }) => console.log(`wind ${data.wind}`),
    error: (error) => console.log(error),
    complete: () => console.log('no more wind'),
  },
)
