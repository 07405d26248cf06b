// Expected: fails The program changed %Array iterator prototype%.next
Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true })

const ws = new WebSocket('wss://echo.example/chat')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => {
  console.log('echoed ' + data)
  ws.close()
}
