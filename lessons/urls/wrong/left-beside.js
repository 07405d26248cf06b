new WebSocket('wss://chat.example/join/general')
new WebSocket('wss://chat.example/join#general')
