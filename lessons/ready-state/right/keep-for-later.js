const ws = new WebSocket('wss://echo.websocket.org')
const waiting = []
const canSend = () => ws.readyState === ws.OPEN

const say = (what) => console.log(what, '：', ws.readyState)

say('刚创建')

ws.addEventListener('open', () => {
  say('连上了')
  while (waiting.length > 0) ws.send(waiting.shift())
  setTimeout(bye, 1000)
})

function bye() {
  ws.close(1000, 'bye')
  say('关闭中')
}

ws.addEventListener('close', () => say('已关闭'))

document.querySelector('button').addEventListener('click', () => {
  if (canSend()) ws.send('Hi')
  else if (ws.readyState === ws.CONNECTING) waiting.push('Hi')
  else console.log('来晚了')
})
