const ws = new WebSocket('wss://board.example/')
const opened = new Promise((resolve) => {
  ws.addEventListener('open', resolve)
})
ws.addEventListener('message', ({ data }) => console.log(`server: ${data}`))

const loadName = () => new Promise((resolve) => setTimeout(resolve, 250, 'gate 4'))

const [name] = await Promise.all([loadName(), opened])
ws.send(`here is ${name}`)
