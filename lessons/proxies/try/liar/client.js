fetch('http://localhost/', {
  headers: { 'X-Forwarded-For': '192.0.2.66' },
})
