const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const next = (ws, type) =>
  new Promise((resolve) => {
    ws.addEventListener(type, resolve, { once: true })
  })

async function keep(path) {
  for (;;) {
    const ws = new WebSocket('wss://chat.example' + path)
    const { code } = await next(ws, 'close')
    console.log(path, code)
    if (code !== 1006) return
    await wait(1000)
  }
}

async function visit() {
  const ws = new WebSocket('wss://chat.example/stay')
  await next(ws, 'open')
  await wait(300)
  ws.close(1000, 'That was all.')
  const { code, reason, wasClean } = await next(ws, 'close')
  console.log(code, reason, wasClean)
}

await Promise.all([visit(), keep('/drop'), keep('/expire')])
