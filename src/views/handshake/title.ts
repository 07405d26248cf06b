/** Of the view's tab. */
export const title = { en: 'Handshake', 'zh-CN': '握手' } as const
