const a = open('a')
await a.opened
for (const text of ['{"id":1,"method":"add","params":{"a":1,"b":2}}', '{"id":2,"method":"fail"}', '{"id":3,"method":"x"}', 'oops'])
  a.send(text)
await a.received(4)
await a.end()
