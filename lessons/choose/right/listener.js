const ticks = new EventSource('http://localhost:8080/events')

ticks.addEventListener('message', (message) => {
  console.log(`now it is ${JSON.parse(message.data).number}`)
})
ticks.addEventListener('error', () => console.log('gone for a while'))
