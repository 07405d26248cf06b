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

/**
 * `document.write` adds to the page, as it does for a script that the parser has met. The document
 * was complete before the program began, so the browser's own would throw it away.
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
