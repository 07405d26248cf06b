await wait(50)
