const ws = new WebSocket('wss://kitchen.example/')

class Orders {
  list = document.querySelector('#orders')
  #shown

  show() {
    this.list.hidden = false
    this.#shown = new AbortController()
    const { signal } = this.#shown
    ws.addEventListener('message', this.take.bind(this), { signal })
  }

  hide() {
    this.list.hidden = true
    this.#shown.abort()
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
