const ws = new WebSocket('wss://bingo.example')
const list = document.querySelector('#numbers')

ws.onmessage = ({ data }) => {
  const item = document.createElement('li')
  item.textContent = data
  list.append(item)
}
