await get('/ticket')
const bad = open('bad', '/?ticket=ada.x')
await bad.closed
const good = open('good', '/?ticket=ada.9ZLPz6QpXwBSJ-LNXn3lcTnbkjVQ6i_zJxhP2JhbUXU')
await good.received(1)
await good.end()
