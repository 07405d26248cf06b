const ws = new WebSocket('ws://localhost:8080')
const form = document.querySelector('form')

form.addEventListener('submit', (event) => {
  event.preventDefault()
  const text = form.elements.text.value
  ws.send(`{"type":"say","name":"Zoe","text":"${text}"}`)
})
