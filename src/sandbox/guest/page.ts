/** Puts a program's `page.html` into the sandbox's document. */

const PROGRAM_SCRIPT = /(^|\/)(client|server)\.js$/u

/**
 * Head and body of the text become those of the document. The program's own scripts are left out,
 * for they are run apart; other inline scripts run here.
 */
export function putPage(document: Document, html: string): void {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const script of page.querySelectorAll('script[src]')) {
    if (PROGRAM_SCRIPT.test(script.getAttribute('src') ?? '')) script.remove()
  }
  document.title = page.title
  copyAttributes(page.documentElement, document.documentElement)
  copyAttributes(page.body, document.body)
  document.head.append(...page.head.childNodes)
  document.body.replaceChildren(...page.body.childNodes)
  // Scripts from a parser that ran nothing never run; copies of them do.
  for (const script of document.querySelectorAll('script')) {
    const copy = document.createElement('script')
    copyAttributes(script, copy)
    copy.textContent = script.textContent
    script.replaceWith(copy)
  }
}

function copyAttributes(from: Element, to: Element): void {
  for (const { name, value } of from.attributes) to.setAttribute(name, value)
}
