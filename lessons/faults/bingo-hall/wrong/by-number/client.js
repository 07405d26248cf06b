const ws = new WebSocket('wss://bingo.example')
const list = document.querySelector('#numbers')
const items = new Map()

ws.onmessage = ({ data }) => {
  if (items.has(data)) return
  const item = document.createElement('li')
  item.textContent = data
  items.set(data, item)
  list.append(item)
}
