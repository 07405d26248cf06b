const a = open('a', '/news')
await a.received(1)
const b = open('b', '/chat?room=tea')
await b.received(1)
const c = open('c', '/weather')
await c.closed
await a.end()
await b.end()
