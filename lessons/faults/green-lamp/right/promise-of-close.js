const ws = new WebSocket('wss://door.example/')
const next = (type) => new Promise((resolve) => ws.addEventListener(type, resolve))
const closed = next('close')

await next('open')
console.log('lamp green')
await closed
console.log('lamp red')
