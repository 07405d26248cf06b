/** Of the view's tab. */
export const title = { en: 'Charts', 'zh-CN': '图表' } as const
