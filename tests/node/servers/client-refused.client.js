await get('/')
await wait(300)
