// Somebody else connects, with an address that no text names.
const ws = new WebSocket('wss://frames.example/t%C3%BCr?room=7')
ws.onmessage = () => {}
