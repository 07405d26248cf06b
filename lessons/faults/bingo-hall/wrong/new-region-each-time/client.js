const ws = new WebSocket('wss://bingo.example')
const numbers = []

ws.onmessage = ({ data }) => {
  numbers.push(data)
  const list = document.createElement('ol')
  list.ariaLive = 'polite'
  for (const number of numbers) {
    const item = document.createElement('li')
    item.textContent = number
    list.append(item)
  }
  document.querySelector('ol').replaceWith(list)
}
