const source = new EventSource('http://localhost:8080/events')
source.onmessage = (event) => console.log('tick', event.data.number)
