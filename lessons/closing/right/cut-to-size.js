var 原因 = '今天先聊到这里，明天见'
function 截(文本) {
  var 字节 = new TextEncoder().encode(文本).slice(0, 123)
  return new TextDecoder().decode(字节, { stream: true })
}
const ws1 = new WebSocket('wss://chat.example/stay')
ws1.onopen = () => queueMicrotask(() => ws1.close(1000, 截(原因.repeat(9))))
ws1.onclose = (e) => console.info(e.reason)
const again = (p) => {
  const w = new WebSocket('wss://chat.example' + p)
  w.onclose = function (e) {
    e.code == 1006 ? setTimeout(() => again(p), 3000) : 0
  }
}
again('/expire')
again('/drop')
