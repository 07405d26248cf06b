const source = new EventSource('https://match.example/goals')
source.onmessage = ({ data }) => console.log(data)
