const http = require('http')
const server = http.createServer((req, res) => {
  console.log(req.method, req.url, req.headers['x-from'], req.headers.host === undefined)
  if (req.url === '/outer') {
    http.get('http://localhost:8080/inner?x=1', { headers: { 'X-From': 'outer' } }, (inner) => {
      let body = ''
      inner.setEncoding('utf8')
      inner.on('data', (chunk) => (body += chunk))
      inner.on('end', () => {
        console.log(inner.statusCode, inner.statusMessage, inner.headers['content-type'])
        const post = http.request(
          { hostname: 'localhost', port: 8080, path: '/post', method: 'POST' },
          (answer) => {
            let all = ''
            answer.on('data', (chunk) => (all += chunk))
            answer.on('end', () => res.end(`${body} and ${all}`))
          },
        )
        post.write('some')
        post.end('thing')
      })
    })
  } else if (req.method === 'POST') req.pipe(res)
  else {
    res.writeHead(201, 'Made', { 'Content-Type': 'text/plain' })
    res.end('inner body')
  }
})
server.listen(8080)
