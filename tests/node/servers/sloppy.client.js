const a = open('a')
await a.received(3)
a.send('x')
await a.closed
