const paths = ['/live/lions', '/apes', '/live/owls', '/bears']

for (const path of paths) {
  const ws = new WebSocket(`wss://zoo.example${path}`)
  ws.onclose = () => {}
}
