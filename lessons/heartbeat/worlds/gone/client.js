// A laptop that is closed: it says nothing, and notices nothing.
new WebSocket('ws://localhost:8080', 'v2.chat')
