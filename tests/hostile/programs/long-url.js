// Expected: prints still here
try {
  new WebSocket('wss://echo.example/' + 'x'.repeat(1_100_000))
} catch {}
console.log('still here')
