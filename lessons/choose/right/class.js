class Clock extends EventTarget {
  #source

  constructor(url) {
    super()
    this.#source = new EventSource(url)
    this.#source.addEventListener('message', this)
  }

  handleEvent({ data }) {
    const { number } = JSON.parse(data)
    this.dispatchEvent(new CustomEvent('tick', { detail: number }))
  }
}

const clock = new Clock('http://localhost:8080/events')
clock.addEventListener('tick', ({ detail }) => console.info('滴答', detail))
