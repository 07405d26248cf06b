// Expected: fails left its page
location.href = 'http://127.0.0.1:9/'
