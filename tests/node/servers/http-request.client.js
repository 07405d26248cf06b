await get('/outer')
