var 连接 = new WebSocket('ws://localhost:8080')
连接.binaryType = 'arraybuffer'
var 画布 = document.querySelector('canvas')
var 像素 = 画布.getContext('2d').getImageData(0, 0, 400, 320).data
var 第几条 = 0

function 发下一条() {
  if (第几条 === 10) return
  连接.send(new Uint8Array(像素.buffer, 第几条 * 51200, 51200))
  第几条 += 1
}

连接.onopen = 发下一条
连接.onmessage = function (事件) {
  if (typeof 事件.data === 'string') return
  if (第几条 === 1) {
    var 字节 = new Uint8Array(事件.data)
    console.log('第一个像素', 字节[0] + ', ' + 字节[1] + ', ' + 字节[2] + ', ' + 字节[3])
  }
  发下一条()
}
