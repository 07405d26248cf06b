/** Tabs and their panels (WAI-ARIA APG, tabs with automatic activation). */
import { inject, provide, useId, type InjectionKey, type Ref } from 'vue'

interface Tabs {
  readonly id: string
  readonly chosen: Readonly<Ref<string>>
  readonly choose: (tab: string) => void
}

const tabsKey: InjectionKey<Tabs> = Symbol('tabs')

/** Call in the `setup` of what holds both `ViewTabs` and `TabPanel`s. */
export function provideTabs(chosen: Readonly<Ref<string>>, choose: (tab: string) => void): void {
  provide(tabsKey, { id: useId(), chosen, choose })
}

export function useTabs() {
  const tabs = inject(tabsKey)
  if (tabs === undefined) throw new Error('there are no tabs around')
  const { id, chosen, choose } = tabs
  return {
    chosen,
    choose,
    tabId: (tab: string) => `${id}-tab-${tab}`,
    panelId: (tab: string) => `${id}-panel-${tab}`,
  }
}
