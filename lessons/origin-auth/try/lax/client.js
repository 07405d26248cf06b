await fetch('https://chat.example/login/Ada')
console.log('Ada is logged in')
