/** Puts a program's `page.html` into the sandbox's document. */

const PROGRAM_SCRIPT = /(^|\/)(client|server)\.js$/u

/**
 * Replaces the document's head and body. `client.js` and `server.js` are left out, because they
 * run separately; other inline scripts run here.
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
  // Scripts that DOMParser made never run; copies of them do.
  for (const script of document.querySelectorAll('script')) {
    const copy = document.createElement('script')
    copyAttributes(script, copy)
    copy.textContent = script.textContent
    script.replaceWith(copy)
  }
}

/**
 * Makes `document.write` append to the page, as it does while a page loads. This document loaded
 * before the program began, so the browser's own `write` would replace it.
 */
export function replaceDocumentWrite(document: Document): void {
  const write = (...texts: unknown[]): void => {
    document.body.insertAdjacentHTML('beforeend', texts.map(String).join(''))
  }
  document.write = write
  document.writeln = (...texts: unknown[]) => write(...texts, '\n')
}

function copyAttributes(from: Element, to: Element): void {
  for (const { name, value } of from.attributes) to.setAttribute(name, value)
}
