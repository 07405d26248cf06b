export default { title: 'WebSocket, bito post bito' }
