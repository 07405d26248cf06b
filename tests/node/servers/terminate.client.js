const a = open('a')
await a.closed
