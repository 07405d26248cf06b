const region = document.createElement('p')
region.setAttribute('aria-live', 'polite')
region.textContent = 'Bo is here.'
document.body.append(region)

setTimeout(() => {
  region.append(' Bo says hello.')
}, 1000)
