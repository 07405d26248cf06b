const ws = new WebSocket('ws://localhost:8080')
const form = document.querySelector('form')

function show(name, text) {
  const item = document.createElement('li')
  item.innerHTML = `<b>${name}</b> ${text}`
  document.querySelector('ul').append(item)
}

form.onsubmit = (event) => {
  event.preventDefault()
  const text = form.elements.text.value
  ws.send({ type: 'say', name: 'Zoe', text })
  form.reset()
}

ws.onmessage = (event) => {
  const message = JSON.parse(event.data)
  if (message.type === 'say') {
    show(message.name, message.text)
  } else {
    console.log(message.type, message.text)
  }
}
