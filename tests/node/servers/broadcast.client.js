const a = open('a')
await a.opened
const b = open('b')
await b.opened
a.send('to b')
await b.received(1)
b.send(Uint8Array.of(1, 2, 254))
await a.received(1)
await a.end(1000, 'bye')
await b.end()
