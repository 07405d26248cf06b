const a = open('a')
await a.received(1)
await a.end()
