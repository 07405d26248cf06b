// On this clock an event’s id is its number.
const source = new EventSource(new URL('http://localhost:8080/events'))
source.onmessage = ({ lastEventId }) => console.log(Number(lastEventId))
