const source = new EventSource('http://localhost:8080/events')

source.onopen = () => console.log('listening')
source.onerror = () => {
  if (source.readyState === EventSource.CONNECTING) console.warn('back soon')
}
source.onmessage = function (event) {
  const clock = JSON.parse(event.data)
  if (clock.type !== 'time') return
  console.log('tick', clock.number)
}
