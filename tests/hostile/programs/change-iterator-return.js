// Expected: fails The program changed %Array iterator prototype%.return
Object.getPrototypeOf([][Symbol.iterator]()).return = () => 1

const ws = new WebSocket('wss://echo.example/chat')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => {
  console.log('echoed ' + data)
  ws.close()
}
