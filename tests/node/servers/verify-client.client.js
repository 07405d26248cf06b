const a = open('a', '/bad')
await a.closed
const b = open('b', '/ok')
await b.received(1)
await b.end()
