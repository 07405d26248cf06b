const ws = new WebSocket('wss://bingo.example')
const list = document.querySelector('#numbers')

ws.onmessage = ({ data }) => {
  list.innerHTML += `<li>${Number(data)}</li>`
}
