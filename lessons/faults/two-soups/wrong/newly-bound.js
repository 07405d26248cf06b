const ws = new WebSocket('wss://kitchen.example/')

class Orders {
  list = document.querySelector('#orders')

  show() {
    this.list.hidden = false
    this.bound = this.take.bind(this)
    ws.addEventListener('message', this.bound)
  }

  hide() {
    this.list.hidden = true
    this.bound = this.take.bind(this)
    ws.removeEventListener('message', this.bound)
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
