var ws = new WebSocket('wss://echo.websocket.org')
var print = function () {
  console.info(`readyState is ${ws.readyState}`)
}

print()
ws.addEventListener('open', print)
ws.addEventListener('open', function () {
  setTimeout(function () {
    ws.close()
    print()
  }, 1000)
})
ws.addEventListener('close', print)

var button = document.querySelector('button')
button.addEventListener('click', function () {
  ws.readyState === 1 && ws.send('Hi')
})
