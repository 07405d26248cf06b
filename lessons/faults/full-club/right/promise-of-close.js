const ws = new WebSocket('wss://club.example/')

ws.addEventListener('open', () => console.log('in'))
const { code } = await new Promise((resolve) => ws.addEventListener('close', resolve))
console.log(`over: ${code}`)
