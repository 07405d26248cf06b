/** Whether shortcuts are pressed with ⌘ here. The name of the platform is all there is to go by. */
export const isApple =
  typeof navigator !== 'undefined' && /Mac|iP(?:hone|ad|od)/.test(navigator.userAgent)
