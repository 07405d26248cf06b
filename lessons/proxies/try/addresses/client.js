// Two people, each on a computer of their own.
new WebSocket('ws://localhost')
new WebSocket('ws://localhost')
