async function* messages(source) {
  const waiting = []
  let wake = () => {}
  source.onmessage = (event) => {
    waiting.push(event)
    wake()
  }
  for (;;) {
    while (waiting.length > 0) yield waiting.shift()
    await new Promise((resolve) => (wake = resolve))
  }
}

for await (const { data } of messages(new EventSource('http://localhost:8080/events')))
  console.log('tick', JSON.parse(data)['number'])
