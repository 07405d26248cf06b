const ws = new WebSocket('wss://club.example/')

ws.onopen = () => console.log('in')
ws.onclose = ({ wasClean }) => console.log('over: ' + (wasClean ? 1000 : 1006))
