const ws = new WebSocket('wss://kitchen.example/')

class Orders {
  list = document.querySelector('#orders')

  constructor() {
    ws.onmessage = (event) => {
      if (!this.list.hidden) this.take(event)
    }
  }

  show() {
    this.list.hidden = false
  }

  hide() {
    this.list.hidden = true
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
