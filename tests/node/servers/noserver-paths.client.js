const a = open('a', '/foo')
await a.received(1)
const b = open('b', '/bar')
await b.received(1)
const c = open('c', '/other')
await c.closed
await a.end()
await b.end()
