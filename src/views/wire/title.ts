/** Of the view's tab. */
export const title = { en: 'Wire', 'zh-CN': '线路' } as const
