const texts = {
  title: 'Glossary',
  intro:
    'Every term of the WebSocket protocol that the course uses, in a sentence or two, with the lessons where you meet it.',
  letters: 'Letters',
  also: 'also {words}',
  or: ', ',
  lessons: 'In the lessons',
  lesson: 'In the lesson',
  and: ', ',
  cheatsheet: 'Cheat sheet',
} as const

export default texts

declare module '../../locales/messages.ts' {
  interface Messages {
    readonly glossary: typeof texts
  }
}
