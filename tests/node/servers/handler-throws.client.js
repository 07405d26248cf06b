const b = open('b')
await b.opened
const a = open('a')
await a.opened
a.send('{"text":"fine"}')
await a.received(1)
a.send('not json')
await a.closed
await b.closed
const c = open('c')
await c.closed
