/**
 * Reads tokens as colours, for what is not drawn by CSS. The token itself holds both themes, so an
 * element takes it as its colour, which the browser resolves to `rgb()`.
 */
export function readColours<Result>(
  within: Element,
  read: (colourOf: (token: string) => string) => Result,
): Result {
  const probe = document.createElement('span')
  within.append(probe)
  const style = getComputedStyle(probe)
  const result = read((token) => {
    probe.style.color = `var(${token})`
    return style.color
  })
  probe.remove()
  return result
}
