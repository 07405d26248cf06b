console.log('No page is open.')
