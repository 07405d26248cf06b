var ws = new WebSocket('ws://localhost:8080')
var 超时 = setTimeout(function 放弃() {
  ws.close()
}, 2000)

ws.onopen = function 打开了() {
  clearTimeout(超时)
  console.log('open')
  ws.send('你好')
}
ws.onmessage = function 收到(事件) {
  console.log(事件.data)
  ws.close(1000, '再见')
}
ws.onerror = function 出错() {
  clearTimeout(超时)
  console.log('failed')
}
ws.onclose = function 打印关闭码(事件) {
  console.log('关闭码 ' + 事件.code)
}
ws.addEventListener('close', function 打印原因(事件) {
  console.log('原因 ' + 事件.reason)
})
