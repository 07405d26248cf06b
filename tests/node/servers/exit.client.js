const a = open('a')
await a.received(1)
a.send('go')
await a.closed
