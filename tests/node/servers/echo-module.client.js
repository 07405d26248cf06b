const a = open('a')
await a.opened
a.send('hello')
a.send(new Uint8Array([1, 2, 255]))
await a.received(2)
await a.end(4000, 'done')
