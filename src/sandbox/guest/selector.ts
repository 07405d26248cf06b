/** A selector that matches this element alone. */
export function selectorOf(element: Element): string {
  if (element.id !== '') return `#${CSS.escape(element.id)}`
  const parent = element.parentElement
  if (parent === null) return element.localName
  const place = [...parent.children].indexOf(element) + 1
  return `${selectorOf(parent)} > ${element.localName}:nth-child(${place})`
}
