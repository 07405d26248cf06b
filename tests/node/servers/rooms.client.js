const a = open('a')
await a.opened
a.send('{"meta":"join","room":"r"}')
await a.received(1)
const b = open('b')
await b.opened
b.send('{"meta":"join","room":"r"}')
await b.received(1)
b.send('{"room":"r","message":"hi"}')
await a.received(2)
await b.received(2)
await b.end()
await a.end()
