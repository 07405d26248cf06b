const source = new EventSource('http://localhost:8080/events')
source.addEventListener('message', ({ timeStamp }) => {
  console.log('tick', Math.floor(timeStamp / 1000))
})
