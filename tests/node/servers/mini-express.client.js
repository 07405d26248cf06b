await get('/')
await get('/fail')
await get('/x')
const a = open('a')
await a.opened
a.send('yo')
await a.received(1)
await a.end()
