var ws = new WebSocket('ws://localhost:8080', ['v2.chat', 'v1.chat'])
var form = document.querySelector('form')
var list = document.querySelector('ul')

ws.addEventListener('open', function () {
  switch (ws.protocol) {
    case 'v2.chat':
      ws.addEventListener('message', function (event) {
        var message = JSON.parse(event.data)
        if (message.type !== 'say') return
        add(message.from.name + ' says: ' + message.text)
      })
      form.addEventListener('submit', function (event) {
        event.preventDefault()
        var text = form.text.value
        var from = { id: 7, name: 'Zoe' }
        ws.send(JSON.stringify({ type: 'say', text, from }))
      })
      break
    default:
      ws.addEventListener('message', function (event) {
        var message = JSON.parse(event.data)
        if (message.type !== 'say') return
        add(message.name + ' says: ' + message.text)
      })
      form.addEventListener('submit', function (event) {
        event.preventDefault()
        var text = form.text.value
        ws.send(JSON.stringify({ type: 'say', name: 'Zoe', text }))
      })
  }
})

function add(line) {
  list.appendChild(document.createElement('li')).textContent = line
}
