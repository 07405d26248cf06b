const addresses = ['/chat', 'wss://chat.example/join#general']

for (const address of addresses) {
  try {
    const ws = new WebSocket(address)
    console.log(address, '→', ws.url)
  } catch {
    console.log(address, 'general')
  }
}
