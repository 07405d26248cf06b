const a = open('a')
await a.opened
a.send('this')
await a.closed
