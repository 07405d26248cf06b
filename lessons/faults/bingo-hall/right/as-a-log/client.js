const ws = new WebSocket('wss://bingo.example')
const list = document.querySelector('#numbers')

ws.onmessage = ({ data }) => {
  const line = document.createElement('p')
  line.textContent = data
  list.append(line)
}
