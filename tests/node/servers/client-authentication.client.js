const no = open('no', '/?token=wrong')
await no.closed
const yes = open('yes', '/?token=secret')
await yes.opened
yes.send('hi')
await yes.received(1)
await yes.end()
