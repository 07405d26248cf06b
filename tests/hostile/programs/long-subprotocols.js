// Expected: prints still here
try {
  new WebSocket(
    'wss://echo.example/',
    Array.from({ length: 5000 }, (_, index) => 'p' + index),
  )
} catch {}
console.log('still here')
