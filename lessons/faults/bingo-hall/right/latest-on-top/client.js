const ws = new WebSocket('wss://bingo.example')
const list = document.querySelector('#numbers')

ws.addEventListener('message', (event) => {
  const item = document.createElement('li')
  item.append(event.data)
  list.prepend(item)
})
