const 状态 = ['正在连接', '已打开', '正在关闭', '已关闭']
const ws = new WebSocket('wss://echo.websocket.org')
const 打印状态 = () => console.log(状态[ws.readyState])

打印状态()
ws.onopen = () => {
  打印状态()
  setTimeout(() => {
    ws.close(1000)
    打印状态()
  }, 800)
}
ws.onclose = 打印状态

document.querySelector('button').onclick = () => {
  if (ws.readyState !== ws.OPEN) {
    console.log('现在不能发送：', 状态[ws.readyState])
    return
  }
  ws.send('你好')
}
