const a = open('a')
await a.opened
a.send('stop')
await a.closed
