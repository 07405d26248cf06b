var 连接 = new WebSocket('wss://echo.websocket.org')
var 待发 = ['你好']

function 说(文本) {
  if (待发 !== null) 待发.push(文本)
  else if (连接.readyState === 1) 连接.send(文本)
  else 没发出去(文本)
}

function 没发出去(文本) {
  console.log('没有发出（not sent）：', 文本)
}

说('first')
setTimeout(说, 300, 'second')
setTimeout(说, 1500, 'third')
setTimeout(() => 连接.close(), 2000)
setTimeout(说, 2500, 'fourth')

连接.onopen = function () {
  待发.forEach((文本) => 连接.send(文本))
  待发 = null
}
连接.onclose = function () {
  var 剩下 = 待发 || []
  待发 = null
  剩下.forEach(没发出去)
}
