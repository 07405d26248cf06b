await get('/')
const a = open('a')
await a.opened
a.send('x')
await a.received(1)
await a.end()
