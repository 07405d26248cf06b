const a = open('a')
await a.opened
a.send('short')
await a.received(1)
a.send('much longer than ten')
await a.closed
