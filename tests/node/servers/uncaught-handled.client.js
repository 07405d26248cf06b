const a = open('a')
await a.opened
a.send('reject')
a.send('throw')
a.send('x')
await a.received(1)
await a.end()
