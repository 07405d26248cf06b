/** Of the view's tab. */
export const title = { en: 'Log', 'zh-CN': '日志' } as const
