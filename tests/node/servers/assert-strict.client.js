const a = open('a')
await a.opened
a.send('ab')
await a.received(1)
a.send('abcd')
await a.closed
