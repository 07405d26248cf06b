await get('/')
