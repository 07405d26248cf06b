const ws = new WebSocket('wss://bingo.example')
const list = document.querySelector('#numbers')

ws.onmessage = ({ data }) => {
  const number = Number(data)
  list.insertAdjacentHTML('beforeend', `<li>${number}</li>`)
}
