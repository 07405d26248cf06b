const source = new EventSource('http://localhost:8080/events')
source.addEventListener('tick', (event) => {
  console.log('tick', JSON.parse(event.data).number)
})
