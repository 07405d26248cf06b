var 地址 = 'wss://chat.example'

function 打开(路径, 收到) {
  var 连接 = new WebSocket(地址 + 路径)
  连接.onmessage = 收到
  连接.onclose = function (事件) {
    switch (事件.code) {
      case 1006:
        setTimeout(打开, 2000, 路径, 收到)
        break
      case 4001:
        alert('请重新登录')
        break
    }
  }
}

打开('/stay', function () {
  this.close(1000, '字'.repeat(41))
})
打开('/drop')
打开('/expire')
