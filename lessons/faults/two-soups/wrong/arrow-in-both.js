const ws = new WebSocket('wss://kitchen.example/')

class Orders {
  list = document.querySelector('#orders')

  show() {
    this.list.hidden = false
    ws.addEventListener('message', (event) => this.take(event))
  }

  hide() {
    this.list.hidden = true
    ws.removeEventListener('message', (event) => this.take(event))
  }

  take({ data }) {
    this.list.append(data + ' ')
    ws.send('cooking ' + data)
  }
}

const orders = new Orders()

document.querySelector('#toggle').onclick = () => {
  if (orders.list.hidden) orders.show()
  else orders.hide()
}
