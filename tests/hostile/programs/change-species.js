// Expected: fails The program changed Array[Symbol.species]
Object.defineProperty(Array, Symbol.species, {
  get: () => {
    throw new Error('species')
  },
})

const ws = new WebSocket('wss://echo.example/chat')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => {
  console.log('echoed ' + data)
  ws.close()
}
