const source = new EventSource('http://localhost:8080/events')
source.onmessage = (event) => {
  const { time } = JSON.parse(event.data)
  console.log('tick', time)
}
