const ws = new WebSocket('ws://localhost:8080')
const list = document.querySelector('ul')

ws.onmessage = (event) => {
  const { name, text } = JSON.parse(event.data)
  const item = document.createElement('li')
  item.innerHTML = `<b>${name}</b> ${text}`
  list.append(item)
}
