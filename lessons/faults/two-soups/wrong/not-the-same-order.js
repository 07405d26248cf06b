const ws = new WebSocket('wss://kitchen.example/')

class Orders {
  list = document.querySelector('#orders')
  last = ''

  show() {
    this.list.hidden = false
    ws.addEventListener('message', this.take.bind(this))
  }

  hide() {
    this.list.hidden = true
    ws.removeEventListener('message', this.take.bind(this))
  }

  take({ data }) {
    if (data === this.last) return
    this.last = data
    this.list.append(data + ' ')
    ws.send('cooking ' + data)
  }
}

const orders = new Orders()

document.querySelector('#toggle').onclick = () => {
  if (orders.list.hidden) orders.show()
  else orders.hide()
}
