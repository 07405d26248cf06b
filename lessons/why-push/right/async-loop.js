const 连接 = new WebSocket('ws://localhost:8080')

async function* 消息(socket) {
  for (;;) {
    const event = await new Promise((resolve) => {
      socket.onmessage = resolve
    })
    yield JSON.parse(event.data)
  }
}

for await (const { number: 数 } of 消息(连接)) {
  console.log(`第${数}秒`)
}
