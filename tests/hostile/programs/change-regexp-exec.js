// Expected: fails The program changed RegExp.prototype.exec
RegExp.prototype.exec = () => null

const ws = new WebSocket('wss://echo.example/chat')
ws.onopen = () => ws.send('hello')
ws.onmessage = ({ data }) => {
  console.log('echoed ' + data)
  ws.close()
}
