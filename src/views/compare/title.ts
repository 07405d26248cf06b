/** Of the view's tab. */
export const title = { en: 'Compare', 'zh-CN': '对比' } as const
