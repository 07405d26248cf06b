const echo = (text) =>
  new Promise((resolve) => {
    const ws = new WebSocket('wss://echo.websocket.org')
    ws.onopen = () => ws.send(text)
    ws.onmessage = (event) => {
      resolve(event.data)
      ws.close(1000)
    }
  })

const echoes = await Promise.all([echo('tea'), echo('cake')])
console.log(echoes.join(' and '))
