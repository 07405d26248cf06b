var socket = new WebSocket('ws://127.0.0.1:8080/')
var asked = []

document.addEventListener('submit', function (event) {
  event.preventDefault()
  var box = document.querySelector('input')
  var envelope = { type: 'say', name: 'Zoe', text: box.value, at: Date.now() }
  socket.send(JSON.stringify(envelope, null, 2))
  box.value = ''
})

socket.onopen = function () {
  ;['Bo', 'Cy', 'Ada'].forEach(function (name, id) {
    socket.send(JSON.stringify({ type: 'ask', id, name }))
    asked[id] = {
      name,
      timer: setTimeout(function () {
        console.error('Nobody knows about ' + name)
        delete asked[id]
      }, 2000),
    }
  })
}

socket.onmessage = function (event) {
  var message = null
  try {
    message = JSON.parse(event.data)
  } catch (error) {
    console.log('skipped:', error.name)
  }
  switch (message && message.type) {
    case 'answer':
      if (!asked[message.id]) return
      clearTimeout(asked[message.id].timer)
      console.log('%s was here %s', asked[message.id].name, message.text)
      break
    case 'say':
      if (!message.name || !message.text) return
      var row = document.querySelector('ul').appendChild(document.createElement('li'))
      row.innerText = message.name + ' says: ' + message.text
  }
}
