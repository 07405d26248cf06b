setTimeout(async () => {
  const { promise, resolve } = Promise.withResolvers()
  const url = new URL('chat.example/join', 'ws://chat.example')
  url.pathname = '/join'
  url.searchParams.append('room', 'General')
  url.searchParams.append('name', prompt('Who is it?').trim())
  const ws = new WebSocket(url)
  ws.onmessage = resolve
  const { data } = await promise
  console.log(data)
  ws.close(1000)
}, 300)
