import { orderOf, seedOf, type RunOrder } from '../run/order.ts'
import { useCourseStore } from './course.ts'
import { useEndpointStore } from './endpoint.ts'
import { useProgressStore } from './progress.ts'
import { useWorkspaceStore } from './workspace.ts'

/** Orders what Run would run: the program in the editor, on the chosen endpoint. */
export function useOwnOrder(): () => RunOrder {
  const course = useCourseStore()
  const endpoint = useEndpointStore()
  const progress = useProgressStore()
  const workspace = useWorkspaceStore()

  return () => {
    const { lesson } = course
    const { choice, name, routed } = endpoint
    return orderOf({
      program: workspace.ownFiles,
      endpoint: {
        target: endpoint.sandboxEndpointOf(choice, seedOf(lesson)),
        name,
        scenario: choice.kind === 'built-in' ? choice.scenario : null,
        routed,
      },
      lesson,
      answers: lesson === null ? {} : progress.answersTo(lesson.slug),
    })
  }
}
