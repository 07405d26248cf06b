const a = open('a')
await a.opened
const b = open('b')
await b.opened
a.send('to b')
await b.received(1)
b.send('to a')
await a.received(1)
await a.end(1000, 'bye')
await b.end()
