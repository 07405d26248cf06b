function connect(path) {
  const ws = new WebSocket(`wss://zoo.example${path}`)
  return new Promise((resolve, reject) => {
    ws.addEventListener('open', () => resolve(ws))
    ws.addEventListener('close', reject)
  })
}

for (const path of ['/live/bears', '/live/owls', '/live/seals']) {
  await connect(path)
  console.log(path, 'open')
}
await connect('/live/lions').catch(() => {
  console.log('/live/lions', 'wants a login')
})
