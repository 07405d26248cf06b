const ws = new WebSocket('ws://localhost:8080')
const form = document.querySelector('form')

form.addEventListener('submit', (event) => {
  event.preventDefault()
  ws.send({ type: 'say', name: 'Zoe', text: form.text.value })
})
