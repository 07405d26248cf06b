const a = open('a')
await a.opened
a.send('one')
await a.received(1)
a.send('two')
await a.received(2)
await a.end()
