import { watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/**
 * The query in the address of the course’s page: it outlasts a reload and Back, and can be linked.
 * @param onOther another query came into the address, as with Back.
 */
export function useAddressQuery(onOther: (query: string) => void) {
  const route = useRoute()
  const router = useRouter()
  /** What is on its way into the address: by then, the reader may have typed on. */
  let written: string | null = null

  const read = () => (typeof route.query['q'] === 'string' ? route.query['q'].trim() : '')

  async function write(query: string): Promise<void> {
    if (route.name !== 'course' || query === read()) return
    written = query
    await router.replace({ query: query === '' ? {} : { q: query }, hash: route.hash })
  }

  watch(read, (query) => {
    if (query !== written) onOther(query)
    written = null
  })
  return { read, write }
}
