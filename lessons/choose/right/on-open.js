let source

function follow(url) {
  source = new EventSource(url)
  source.onopen = () => {
    source.onmessage = show
  }
  source.onerror = () => {
    source.onmessage = null
  }
}

function show({ data }) {
  queueMicrotask(() => console.log(JSON.parse(data).number))
}

follow('http://localhost:8080/events')
