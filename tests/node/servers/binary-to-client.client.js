const a = open('a')
await a.received(5)
await a.end()
