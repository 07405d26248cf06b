const a = open('a', '/room?token=abc&tags=x&tags=y%20z')
await a.received(1)
await a.end()
const b = open('b', '/?token=nobody')
await b.closed
