const ws = new WebSocket('wss://bingo.example')
const list = document.querySelector('#numbers')
let latest

ws.onmessage = ({ data }) => {
  if (data === latest) return
  latest = data
  const item = document.createElement('li')
  item.textContent = data
  list.append(item)
}
