/** Whether shortcuts use ⌘ here. Only the platform's name says so. */
export const isApple =
  typeof navigator !== 'undefined' && /Mac|iP(?:hone|ad|od)/.test(navigator.userAgent)
